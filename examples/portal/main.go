// Portal is one web page: somebody who is offered work abroad pastes the advert, and
// reads what speaks against it, who says so and what to do, in English, Hindi or Filipino.
// It never says that an offer is safe.
//
//	go run ./examples/portal
//	go run ./examples/portal -addr 127.0.0.1:0 -register agents.csv
//
// Nothing is stored and nothing is logged. The page needs no script, sets no cookie and
// fetches nothing. The program speaks plain HTTP and is meant to stand behind a server
// that speaks HTTPS and counts its clients' connections; that server's log is its own.
//
// Exit codes: 0 ended by a signal; 1 the same, and something was rejected while reading
// the register or the advisories (and reported); 2 could not do it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/rescuetally/rescuetally/examples/internal/cli"
)

func main() { cli.Main(run) }

// shutdownTime is how long requests in work may take once the program is to end.
const shutdownTime = 5 * time.Second

func run(ctx context.Context, args []string, _ io.Reader, out, log io.Writer) int {
	p := cli.NewServer("portal", "[-addr HOST:PORT] [-register FILE] [-register-map FILE] [-partial] [-advisories FILE] [-advisories-map FILE] [-rules FILE]", out, log)
	addr := p.Flags.String("addr", "127.0.0.1:8080", "listen on this `address`; port 0 is any that is free")
	load := p.Screener()
	names, code, ok := p.Parse(args)
	switch {
	case !ok:
		return code
	case len(names) > 0:
		return p.Fail(errors.New("it takes flags alone"))
	}
	var sum cli.Sum
	screener, err := load(ctx, &sum)
	if err == nil {
		err = serve(ctx, *addr, out, newPortal(screener, cli.Today))
	}
	if err != nil {
		return p.Fail(err)
	}
	return sum.Code()
}

// serve answers until ctx is done, and says on out where.
func serve(ctx context.Context, addr string, out io.Writer, h http.Handler) error {
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	if _, err := fmt.Fprintf(out, "http://%s/\n", listener.Addr()); err != nil {
		return err
	}
	server := newServer(h)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if server.Shutdown(limit) != nil {
		return server.Close() // whoever is still at it is cut off
	}
	return nil
}
