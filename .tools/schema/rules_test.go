package schema

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/rescuetally/rescuetally/advisory"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

const rulesSchema = "../../schema/rules.schema.json"

// TestRules: the library's rules, and a file that extends them, are accepted by the schema, and what the library refuses for its
// shape is refused.
func TestRules(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(rulesSchema)
	if err != nil {
		t.Fatal(err)
	}
	valid := func(text string) error {
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(document)
	}
	own, err := os.ReadFile("../../advisory/rules.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := valid(string(own)); err != nil {
		t.Error(err)
	}
	const rule = `{"id":"a","group":"g","weight":2,"publisher":"p","source":"https://example.org","text":{"en":"A."},"when":[{"states":["visa"]}]}`
	file := func(rule string) string {
		return `{"pack":"own","version":"1","extends":"rescuetally","off":["quick"],"rules":[` + rule + `]}`
	}
	if err := valid(file(rule)); err != nil {
		t.Error(err)
	}
	if _, err := advisory.BuiltIn().Extend([]byte(file(rule))); err != nil {
		t.Error(err)
	}
	for name, change := range map[string][2]string{
		"too heavy":      {`"weight":2`, `"weight":4`},
		"no weight":      {`"weight":2,`, ``},
		"heavy favour":   {`"weight":2`, `"weight":2,"favour":true`},
		"no source":      {`"source":"https://example.org",`, ``},
		"no English":     {`"en"`, `"hi"`},
		"no condition":   {`[{"states":["visa"]}]`, `[]`},
		"no such member": {`"visa"`, `"vise"`},
		"no such check":  {`"states":["visa"]`, `"finds":"magic"`},
		"unknown member": {`"id":"a"`, `"id":"a","name":"a"`},
	} {
		text := file(strings.Replace(rule, change[0], change[1], 1))
		if valid(text) == nil {
			t.Errorf("%s: the schema accepts it", name)
		}
		if _, err := advisory.BuiltIn().Extend([]byte(text)); err == nil {
			t.Errorf("%s: the library accepts it", name)
		}
	}
	var document struct {
		Defs struct {
			Condition struct {
				Properties struct{ Finds struct{ Enum []string } }
			}
		} `json:"$defs"`
	}
	data, err := os.ReadFile(rulesSchema)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for _, check := range document.Defs.Condition.Properties.Finds.Enum {
		if _, err := advisory.BuiltIn().Extend([]byte(file(strings.Replace(rule, `"states":["visa"]`, `"finds":"`+check+`"`, 1)))); err != nil {
			t.Errorf("%s: %v", check, err)
		}
	}
}
