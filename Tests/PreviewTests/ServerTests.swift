import Testing

@testable import Preview

/// The real server on a real socket.
struct ServerTests {
    @Test("Serves pages, drafts and files for programs with their media types")
    func mediaTypes() async throws {
        try await RunningPreview.with { preview throws in
            for (target, type) in [
                ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
                ("/claims/it-is/", "text/html; charset=utf-8"),
                ("/assets/assay.css", "text/css; charset=utf-8"),
                ("/_assay/preview.js", "text/javascript; charset=utf-8"),
                ("/data/claims.json", "application/json"),
                ("/data/claims.csv", "text/csv; charset=utf-8"), ("/sitemap.xml", "application/xml"),
                ("/robots.txt", "text/plain; charset=utf-8"), ("/_desk/", "text/html; charset=utf-8"),
                ("/claims/it-is/?a=b", "text/html; charset=utf-8"),
            ] {
                let response = try await preview.client.get(target)
                #expect(response.status == 200, "\(target)")
                #expect(response.headers["content-type"] == type, "\(target)")
                #expect(response.headers["cache-control"] == "no-store", "\(target)")
                #expect(response.headers["x-content-type-options"] == "nosniff", "\(target)")
                #expect(response.headers["cross-origin-resource-policy"] == "same-origin", "\(target)")
                #expect(!response.body.isEmpty, "\(target)")
            }
        }
    }

    @Test("Only names of this computer are answered, with our port")
    func hosts() async throws {
        try await RunningPreview.with { preview throws in
            let port = preview.server.port
            for host in ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)", "LOCALHOST:\(port)"] {
                #expect(try await preview.client.get("/", host: host).status == 200, "\(host)")
            }
            for host in [
                "evil.example:\(port)", "evil.example", "localhost", "127.0.0.1", "127.0.0.1:\(port - 1)",
                "localhost.evil.example:\(port)", "127.0.0.1.evil.example:\(port)", "localhost:\(port)@evil",
                "127.0.0.1:+\(port)", "127.0.0.1:", "127.0.0.1:-1",
                "127.0.0.1 :\(port)",
                "[::1", "192.168.1.7:\(port)", "0.0.0.0:\(port)",
            ] {
                let response = try await preview.client.get("/", host: host)
                #expect(response.status == 421, "\(host)")
                #expect(!response.text.contains("It is so"), "\(host)")
            }
        }
    }

    @Test(
        "A request without one Host field, or with one that is no field, is refused (RFC 9112, sections 3.2 and 5.1)"
    )
    func hostFields() async throws {
        try await RunningPreview.with { preview throws in
            let own = "127.0.0.1:\(preview.server.port)"
            for (host, further) in [
                ("", []), ("", ["Host : \(own)"]), (own, ["Host: \(own)"]), (own, ["host: evil.example"]),
                (own, [" folded: x"]), (own, ["No colon"]), (own, [": no name"]), (own, ["A\u{0}: b"]),
            ] {
                let response = try await preview.client.request("GET", "/", host: host, further: further)
                #expect(response.status == 400, "\(host) \(further)")
                #expect(!response.text.contains("It is so"))
            }
        }
    }

    @Test(
        "An address in full is answered for its own host, whatever the Host field says (RFC 9112, section 3.2.2)"
    )
    func absoluteTarget() async throws {
        try await RunningPreview.with { preview throws in
            let own = "127.0.0.1:\(preview.server.port)"
            for (target, host, status) in [
                ("http://\(own)/claims/it-is/", own, 200),
                ("HTTP://\(own)/claims/it-is/", "evil.example", 200),
                ("http://\(own)", own, 200), ("http://\(own)?a=b", own, 200),
                ("http://evil.example/", own, 421),
                ("http://evil.example:80/claims/it-is/", own, 421), ("http://x@\(own)/", own, 421),
                ("https://\(own)/", own, 400), ("ftp://\(own)/", own, 400), ("http:///", own, 400),
                ("\(own)", own, 400),
            ] {
                let response = try await preview.client.get(target, host: host)
                #expect(response.status == status, "\(target)")
            }
        }
    }

    @Test(
        "A request that is too long is refused at once, and nobody waits for it",
        arguments: [8_193, 65_536, 1_048_576]
    )
    func tooLong(count: Int) async throws {
        try await RunningPreview.with { preview throws in
            let long = String(repeating: "a", count: count)
            #expect(try await preview.client.get("/" + long).status == 414)
            let field = try await preview.client.request("GET", "/", further: ["X: \(long)"])
            #expect(field.status == 431)
            let lines = Array(repeating: "X: y", count: count / 6 + 1)
            #expect(try await preview.client.request("GET", "/", further: lines).status == 431)
            #expect(try await preview.client.get("/").status == 200)
        }
    }

    @Test(
        "Methods have upper-case letters, and unknown ones are not implemented",
        arguments: ["get", "Head", "BREW"]
    )
    func otherMethods(method: String) async throws {
        try await RunningPreview.with { preview throws in
            #expect(try await preview.client.request(method, "/").status == 501)
        }
    }

    @Test("A reader who goes away is forgotten before anything changes")
    func closedEvents() async throws {
        try await RunningPreview.with { preview throws in
            for _ in 1...20 {
                #expect(try await preview.client.glimpse("/_assay/events").hasPrefix("HTTP/1.1 200 "))
            }
            while await preview.live.listenerCount > 0 { await Task.yield() }
        }
    }

    @Test("A name that was given is answered too")
    func givenHost() async throws {
        try await RunningPreview.with(hosts: ["127.0.0.1", "Desk.Example"]) { preview throws in
            let port = preview.server.port
            #expect(try await preview.client.get("/", host: "desk.example:\(port)").status == 200)
            #expect(try await preview.client.get("/", host: "other.example:\(port)").status == 421)
        }
    }

    @Test(
        "No address leads out of the site",
        arguments: [
            "/../content/site.yaml", "/%2e%2e/content/site.yaml", "/claims/..%2f..%2fcontent/site.yaml",
            "/claims/%2e%2e%5c%2e%2e%5ccontent", "/claims/it-is%00/", "/%00", "/claims//it-is/",
            "//evil.example/",
            "/%", "/%zz", "/%c0%ae%c0%ae/", "/.", "/..", "/claims/./it-is/", "*",
            "/content%2Fsite.yaml",
        ]
    )
    func traversal(target: String) async throws {
        try await RunningPreview.with { preview throws in
            let response = try await preview.client.get(target)
            #expect(response.status == 400)
            #expect(!response.text.contains("publisher"))
        }
    }

    @Test(
        "The newsroom's own files are not served",
        arguments: ["/content/site.yaml", "/seeds/paper.md", "/.git/config"]
    )
    func sources(target: String) async throws {
        try await RunningPreview.with { preview throws in
            #expect(try await preview.client.get(target).status == 404)
        }
    }

    @Test("An address that leads nowhere shows the site's own page for that, with links that work here")
    func notFound() async throws {
        try await RunningPreview.with { preview throws in
            let response = try await preview.client.get("/deep/in/nowhere/")
            #expect(response.status == 404)
            #expect(response.text.contains("href=\"/assets/assay.css\""))
            #expect(response.text.contains("/_assay/preview.js"))
        }
    }

    @Test("A page's folder without its slash leads to the page")
    func redirect() async throws {
        try await RunningPreview.with { preview throws in
            let response = try await preview.client.get("/claims/it-is")
            #expect(response.status == 307)
            #expect(response.headers["location"] == "/claims/it-is/")
        }
    }

    @Test(
        "HEAD answers as GET does, without the body",
        arguments: ["/", "/assets/assay.css", "/nowhere/", "/_desk/"]
    )
    func head(target: String) async throws {
        try await RunningPreview.with { preview throws in
            let get = try await preview.client.get(target)
            let head = try await preview.client.request("HEAD", target)
            #expect(head.status == get.status)
            #expect(head.headers == get.headers)
            #expect(head.headers["content-length"] == "\(get.body.count)")
            #expect(head.body.isEmpty)
        }
    }

    @Test("Nothing can be written", arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    func methods(method: String) async throws {
        try await RunningPreview.with { preview throws in
            let response = try await preview.client.request(method, "/")
            #expect(response.status == 405)
            #expect(response.headers["allow"] == "GET, HEAD")
        }
    }

    @Test("A port that is taken is named, and another preview does not disturb the first")
    func busyPort() async throws {
        try await RunningPreview.with { preview throws in
            let port = preview.server.port
            let live = await LivePreview(folder: try preview.room.tree, today: preview.today)
            await #expect(throws: PreviewProblem.portIsBusy(port)) {
                _ = try await PreviewServer.start(live, port: port)
            }
            #expect(try await preview.client.get("/").status == 200)
        }
    }

    @Test("The board shows every claim in its column, and findings that block it")
    func board() async throws {
        try await RunningPreview.with { preview throws in
            var states = preview.states()
            let board = try await preview.client.get("/_desk/").text
            #expect(board.contains("Nobody looked at this."))
            #expect(board.contains("href=\"../claims/it-is/\""))
            try preview.room.replace("ruling: true", with: "ruling: treu", in: SmallNewsroom.verdict)
            _ = try await states.next("a finding about the ruling") { $0.errors > 0 && $0.complete }
            let blocked = try await preview.client.get("/_desk/").text
            #expect(blocked.contains("desk-blocked"))
            #expect(blocked.contains("content/verdicts/it-is.md:3"))
        }
    }
}
