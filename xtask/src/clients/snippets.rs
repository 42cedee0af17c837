//! The README's own programs for each client, run as they stand there but for the address and the key.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use super::server::Server;
use super::suite::{Suite, without_proxy};
use crate::command::{output, run_quietly};

/// The family that the README resolves.
const FAMILY: &str = "hangzhou-daily-update";

/// Makes an image of the README's family, then lets each client that is installed resolve it by the README's program.
pub(super) fn check(server: &Server, suites: &[&'static Suite]) -> anyhow::Result<()> {
    let readme = std::fs::read_to_string("README.md")?;
    let image = make_image(server)?;
    for suite in suites {
        let Some(name) = suite.snippet() else { continue };
        let program = snippet(&readme, name).with_context(|| format!("README.md has no snippet {name}"))?;
        let [key, secret] = server.key();
        let program = program
            .replace("127.0.0.1:7070", server.address())
            .replace("'testid'", &format!("'{key}'"))
            .replace("\"testid\"", &format!("\"{key}\""))
            .replace("'testsecret'", &format!("'{secret}'"))
            .replace("\"testsecret\"", &format!("\"{secret}\""));
        let mut command = suite.snippet_command(&program)?;
        without_proxy(&mut command);
        let told = output(&mut command)?;
        if told.trim() != image {
            bail!("the README's {name} says `{}`, and the image is {image}", told.trim());
        }
        println!("    the README's {name} finds the image");
    }
    Ok(())
}

/// Imports the disk image of the tests into the family; gives the image's id.
fn make_image(server: &Server) -> anyhow::Result<String> {
    let mut import = Command::new("target/debug/imagekin");
    import.args(["images", "import", "--from-bucket", "golden-images", "--object", "base.raw"]);
    import.args(["--name", "of-the-readme", "--family", FAMILY, "--output", "text"]);
    without_proxy(import.envs(server.contract()).env("IMAGEKIN_LOG", "error"));
    run_quietly(&mut import)?;
    let mut resolve = Command::new("target/debug/imagekin");
    without_proxy(resolve.args(["resolve", FAMILY]).envs(server.contract()));
    Ok(output(&mut resolve)?.trim().to_owned())
}

/// The block that follows `<!-- snippet: NAME -->`.
fn snippet(readme: &str, name: &str) -> Option<String> {
    let (_, rest) = readme.split_once(&format!("<!-- snippet: {name} -->\n"))?;
    let (_, block) = rest.split_once('\n')?;
    Some(block.split_once("\n```")?.0.to_owned())
}

/// Writes a program into a folder, where its language wants a file.
pub(super) fn write(folder: &Path, name: &str, program: &str) -> anyhow::Result<std::path::PathBuf> {
    std::fs::create_dir_all(folder)?;
    let file = std::env::current_dir()?.join(folder).join(name);
    std::fs::write(&file, program)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::snippet;

    #[test]
    fn a_block_is_found_by_its_name() {
        let page = "text\n<!-- snippet: a -->\n```sh\none\ntwo\n```\nmore";
        assert_eq!(snippet(page, "a").as_deref(), Some("one\ntwo"));
        assert_eq!(snippet(page, "b"), None);
    }
}
