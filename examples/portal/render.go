package main

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"sync"
)

//go:embed page.html page.css
var files embed.FS

var style = sync.OnceValue(func() template.CSS {
	css, _ := files.ReadFile("page.css") // embedded: it is there
	return template.CSS(css)
})

// policy lets the page show itself and send its form here, and nothing else.
var policy = sync.OnceValue(func() string {
	hash := sha256.Sum256([]byte(style()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'; base-uri 'none'; form-action 'self'"
})

var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page.html").Funcs(map[string]any{
		"css": style, "policy": policy, "quote": quote, "web": web, "field": func() string { return field },
	}).ParseFS(files, "page.html"))
})

// render returns a page with its status.
func render(v *view) (int, []byte) {
	var b bytes.Buffer
	if err := page().Execute(&b, v); err != nil {
		panic(err) // half a page is none
	}
	return v.Status, b.Bytes()
}

// headers are those of every answer.
func headers() [][2]string {
	return [][2]string{
		{"Content-Security-Policy", policy() + "; frame-ancestors 'none'"},
		{"Content-Type", "text/html; charset=utf-8"},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "no-referrer"},
		{"Cache-Control", "no-store"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"},
		{"Vary", "Accept-Language"},
	}
}
