package incident

import (
	"net/url"
	"strings"
	"testing"
)

func TestCase37URL(t *testing.T) {
	tests := []struct {
		url  string
		want Severity // 0: none
	}{
		{"https://example.org", 0},
		{"http://example.org/a/b.html?x=1&y=%20#top", 0},
		{"HTTPS://Example.ORG/", 0},
		{"https://example.org:8443/a", 0},
		{"https://例え.jp/記事", 0},
		{"https://xn--r8jz45g.jp/", 0},
		{"https://www.dawn.com/news/1234567/a-b_c~d,e(f)!g*h'i;j@k:l$", 0},
		{"https://[2001:4860:4860::8888]/", 0},
		{"https://8.8.8.8/", 0},
		{"file:///etc/passwd", Error},
		{"file://host/share", Error},
		{"javascript:alert(1)", Error},
		{"JavaScript:alert(1)//https://example.org", Error},
		{"data:text/html,x", Error},
		{"ftp://example.org/", Error},
		{"mailto:a@example.org", Error},
		{"//example.org/a", Error},
		{"example.org/a", Error},
		{"www.example.org", Error},
		{"https://", Error},
		{"https:///path", Error},
		{"https://?x", Error},
		{"https://:80/", Error},
		{"https:example.org", Error},
		{"https://example.org/%zz", Error},
		{"https://exa mple.org/", Error},
		{"https://user:pass@example.org/", Error},
		{"https://user@example.org/", Error},
		{"https://example.org\\@evil.example/", Error},
		{"https://example.org/\n", Error},
		{" https://example.org/", Error},
		{"http://169.254.169.254/latest/meta-data", Warning},
		{"http://127.0.0.1/", Warning},
		{"http://10.0.0.8/", Warning},
		{"http://192.168.1.1/a", Warning},
		{"http://172.16.0.1/a", Warning},
		{"http://0.0.0.0/", Warning},
		{"http://[::1]/", Warning},
		{"http://[fe80::1]/", Warning},
		{"http://[fc00::1]/", Warning},
		{"http://[::ffff:169.254.169.254]/", Warning},
		{"http://2852039166/", Warning},
		{"http://0xA9FEA9FE/", Warning},
		{"http://0251.0376.0251.0376/", Warning},
		{"http://localhost/", Warning},
		{"http://localhost:8080/", Warning},
		{"http://a.localhost/", Warning},
		{"http://printer.local/", Warning},
		{"http://metadata.google.internal/", Warning},
		{"http://metadata.google.internal./", Warning},
	}
	for _, tt := range tests {
		t.Run(tt.url, func(t *testing.T) {
			r := goodRecord(t)
			r.Source.URL = tt.url
			var got Severity
			for _, f := range r.CheckShape() {
				if f.Path != "/source/url" {
					t.Errorf("%v", f)
				}
				if f.Code == CodeSourceURL {
					got = f.Severity
				}
				if strings.Contains(f.String(), "example") && !strings.Contains(f.Message, "https://example.org/page") {
					t.Errorf("the finding holds the address: %v", f)
				}
			}
			if got != tt.want {
				t.Errorf("severity %q, want %q", got, tt.want)
			}
		})
	}
}

// slowURL is the check without its fast path.
func slowURL(s string) Severity {
	u, err := url.Parse(s)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || !satisfies(s, tagAddress) || u.Hostname() == "" || u.User != nil:
		return Error
	case !public(u.Hostname()):
		return Warning
	}
	return 0
}

func FuzzURL(f *testing.F) {
	for _, s := range []string{
		"https://example.org/a?b=c", "http://10.0.0.1/", "https://a.b/%41", "https://user@a.bc/", "https://a..bc/", "https://a.bc:80/",
		"https://-a.bc/", "http://localhost/", "https://a.bc/%", "https://é.bc/",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if plainURL(s) && slowURL(s) != 0 {
			t.Fatalf("%q passes without a look, but is %s", s, slowURL(s))
		}
		c := checker{record: &Record{}}
		c.url(s, "/source/url")
	})
}
