//! What the gateway says, to the letter. No table of an action has these texts, and clients and their tests look for them.

use imagekin_rpc::codes;

/// Status, code and text, as spec/protocol.md d has them.
const WORDS: [(u16, &str, &str); 20] = [
    (
        400,
        "MissingParameter",
        "The input parameter \"{}\" that is mandatory for processing this request is not supplied.",
    ),
    (400, "InvalidParameter", "The specified parameter \"{}\" is not valid."),
    (400, "InvalidParameter", "The specified parameter \"Action or Version\" is not valid."),
    (400, "InvalidParameter", "The specified parameter \"SignatureVersion\" is not valid."),
    (400, "InvalidParameter.Format", "Specified parameter format is not valid."),
    (400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."),
    (400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."),
    (400, "SignatureNonceUsed", "Specified signature nonce was used already."),
    (
        400,
        "SignatureDoesNotMatch",
        "Specified signature is not matched with our calculation. server string to sign is:{}",
    ),
    (400, "SignatureDoesNotMatch", "Specified signature does not match our calculation. {}"),
    (400, "InvalidSignatureMethod", "Specified signature method is not valid."),
    (404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
    (400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled."),
    (404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."),
    (404, "InvalidApi.NotFound", "Specified api is not found, please check your url and method."),
    (400, "UnsupportedHTTPMethod", "This HTTP method is not supported."),
    (400, "DryRunOperation", "Request validation has been passed with DryRun flag set."),
    (400, "IdempotentParameterMismatch", "The request is retried with updated parameters."),
    (
        500,
        "InternalError",
        "The request processing has failed due to some unknown error, exception or failure.",
    ),
    (503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
];

#[test]
fn the_words_are_the_vendors() {
    let told: Vec<_> = codes::ALL.iter().map(|code| (code.status, code.code, code.message)).collect();
    for words in WORDS {
        assert!(told.contains(&words), "{words:?}");
    }
}
