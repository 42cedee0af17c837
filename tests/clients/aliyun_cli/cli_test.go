package cli

import (
	"crypto/rand"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aliyun/alibaba-cloud-sdk-go/sdk"
	"github.com/aliyun/alibaba-cloud-sdk-go/sdk/requests"
	"github.com/jmespath/go-jmespath"
)

var (
	endpoint        = env("IMAGEKIN_ENDPOINT")
	accessKeyID     = env("ALIBABA_CLOUD_ACCESS_KEY_ID")
	accessKeySecret = env("ALIBABA_CLOUD_ACCESS_KEY_SECRET")
	securityToken   = os.Getenv("ALIBABA_CLOUD_SECURITY_TOKEN")
	region          = env("ALIBABA_CLOUD_REGION_ID")
	bucket          = env("IMAGEKIN_TEST_BUCKET")
	object          = env("IMAGEKIN_TEST_OBJECT")
	otherAccount    = env("IMAGEKIN_TEST_OTHER_ACCOUNT")
)

const (
	waitMax      = 60 * time.Second // the CLI's is 180 s, and 5 s between two calls
	waitInterval = 100 * time.Millisecond
	pagesMax     = 100
)

// The version of each product's API that the CLI knows.
var versions = map[string]string{"ecs": "2014-05-26", "sts": "2015-04-01", "location": "2015-06-12"}

// cli makes the calls of the aliyun command line, whose core is the vendor's first Go SDK: all parameters in the query.
type cli struct {
	*testing.T
	client *sdk.Client
	method string
}

func overEachMethod(t *testing.T, test func(cli)) {
	// POST is what the CLI sends to ECS unless `--method GET` is given.
	for _, method := range []string{requests.POST, requests.GET} {
		t.Run(method, func(t *testing.T) {
			client, err := newClient()
			if err != nil {
				t.Fatal(err)
			}
			test(cli{T: t, client: client, method: method})
		})
	}
}

// newClient is of the mode AK or StsToken, as the CLI makes it.
func newClient() (*sdk.Client, error) {
	if securityToken != "" {
		return sdk.NewClientWithStsToken(region, accessKeyID, accessKeySecret, securityToken)
	}
	return sdk.NewClientWithAccessKey(region, accessKeyID, accessKeySecret)
}

// command is a line like `ecs DescribeImages --ImageId m-1` with `--endpoint` and `--insecure`, ready to be sent.
func (c cli) command(words ...string) *requests.CommonRequest {
	c.Helper()
	request := requests.NewCommonRequest()
	request.Domain = endpoint
	request.Scheme = requests.HTTP
	request.Method = c.method
	request.RegionId = region
	request.Product = words[0]
	request.Version = versions[words[0]]
	request.ApiName = words[1]
	for parameters := words[2:]; len(parameters) > 0; parameters = parameters[2:] {
		name, isFlag := strings.CutPrefix(parameters[0], "--")
		if !isFlag || len(parameters) < 2 {
			c.Fatalf("`%s` is not a parameter with a value", parameters[0])
		}
		request.QueryParams[name] = parameters[1]
	}
	return request
}

// run is the reply to the command.
func (c cli) run(words ...string) reply {
	c.Helper()
	return c.send(c.command(words...))
}

// waiter is `--waiter expr=… to=…`: the command is repeated until the expression has the value.
func (c cli) waiter(expression, to string, words ...string) reply {
	c.Helper()
	request := c.command(words...)
	for deadline := time.Now().Add(waitMax); ; time.Sleep(waitInterval) {
		reply := c.send(request)
		value := reply.text(expression)
		if value == to {
			return reply
		}
		if time.Now().After(deadline) {
			c.Fatalf("%s was never %s, but at last %s", expression, to, value)
		}
	}
}

// pager is `--pager`, which joins the pages. The CLI follows the NextToken of the replies, so that a list without is
// its first page. With `NextToken=` (nothing) it counts pages instead.
func (c cli) pager(byToken bool, words ...string) []any {
	c.Helper()
	var joined []any
	request := c.command(words...)
	for range pagesMax {
		page := c.send(request)
		joined = append(joined, page.find(page.path()).([]any)...)
		if byToken {
			token, there := page.find("NextToken").(string)
			if !there || token == "" {
				return joined
			}
			request.QueryParams["NextToken"] = token
			continue
		}
		number, size, total := page.number("PageNumber"), page.number("PageSize"), page.number("TotalCount")
		if number*size >= total {
			return joined
		}
		request.QueryParams["PageNumber"] = strconv.Itoa(number + 1)
	}
	c.Fatalf("there are more than %d pages", pagesMax)
	return nil
}

func (c cli) send(request *requests.CommonRequest) reply {
	c.Helper()
	response, err := c.client.ProcessCommonRequest(request)
	if err != nil {
		c.Fatal(err)
	}
	var body map[string]any
	if err := json.Unmarshal(response.GetHttpContentBytes(), &body); err != nil {
		c.Fatal(err)
	}
	return reply{T: c.T, body: body}
}

// reply is the JSON that the CLI prints, read as its waiter, pager and `--output` do.
type reply struct {
	*testing.T
	body map[string]any
}

func (r reply) find(expression string) any {
	r.Helper()
	value, err := jmespath.Search(expression, r.body)
	if err != nil {
		r.Fatal(err)
	}
	return value
}

// text is the value as the CLI compares it.
func (r reply) text(expression string) string {
	r.Helper()
	switch value := r.find(expression).(type) {
	case nil:
		return ""
	case string:
		return value
	default:
		text, err := json.Marshal(value)
		if err != nil {
			r.Fatal(err)
		}
		return string(text)
	}
}

func (r reply) number(expression string) int {
	r.Helper()
	value, isNumber := r.find(expression).(float64)
	if !isNumber {
		r.Fatalf("%s is not a number: %v", expression, r.find(expression))
	}
	return int(value)
}

// path is the one that the pager finds: of a list in an object of the reply. It takes any, so there must be just one.
func (r reply) path() string {
	r.Helper()
	var paths []string
	for outer, value := range r.body {
		object, _ := value.(map[string]any)
		for inner, value := range object {
			if _, isList := value.([]any); isList {
				paths = append(paths, outer+"."+inner+"[]")
			}
		}
	}
	if len(paths) != 1 {
		r.Fatalf("the pager would take any of these lists: %v", paths)
	}
	return paths[0]
}

func (r reply) expect(expression, want string) reply {
	r.Helper()
	if is := r.text(expression); is != want {
		r.Fatalf("%s is `%s`, not `%s`", expression, is, want)
	}
	return r
}

func unique(prefix string) string {
	return prefix + "-" + strings.ToLower(rand.Text()[:12])
}

func env(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}
