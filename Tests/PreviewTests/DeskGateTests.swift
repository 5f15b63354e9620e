import Testing

@testable import Preview

/// Who may read the desk's pages, and who may change anything.
struct DeskGateTests {
    @Test("Without the random word there is no desk, by whatever method")
    func token() async throws {
        try await RunningDesk.with { desk throws in
            let wrong = String(repeating: "0", count: 64)
            for path in ["/_desk/", "/_desk", "/_desk/\(wrong)/", "/_desk/board/", "/_desk/\(desk.token)0/"] {
                for method in ["GET", "POST"] {
                    let response = try await desk.client.request(method, path)
                    #expect([403, 405].contains(response.status), "\(method) \(path)")
                    #expect(!response.text.contains(desk.token))
                    #expect(!response.text.contains("It is so"))
                }
            }
            #expect(try await desk.get("").status == 200)
        }
    }

    @Test("A form is taken from the desk's own pages alone")
    func forgery() async throws {
        try await RunningDesk.with { desk throws in
            let remark = [("do", "comment"), ("note", "Forged.")]
            let path = "claims/it-is/"
            for headers in [
                ["Origin: http://evil.example"], ["Origin: null"], [], ["Referer: http://evil.example/"],
                ["Origin: http://127.0.0.1:1"], ["Origin: \(desk.origin)", "Sec-Fetch-Site: cross-site"],
                ["Origin: \(desk.origin)", "Sec-Fetch-Site: same-site"],
                ["Origin: \(desk.origin).evil.example"], ["Origin: https://127.0.0.1:\(desk.client.port)"],
            ] {
                let response = try await desk.post(path, remark, headers: headers)
                #expect(response.status == 403, "\(headers)")
            }
            #expect(try await desk.post(path, remark, token: "").status == 403)
            #expect(try await desk.post(path, remark, token: String(desk.token.dropLast())).status == 403)
            #expect(try await desk.post(path, remark, type: "text/plain").status == 415)
            #expect(throws: (any Error).self) { try desk.room.text("content/journal/it-is.jsonl") }
            #expect(try await desk.post(path, remark).status == 303)
            #expect(try desk.room.text("content/journal/it-is.jsonl").contains("Forged."))
        }
    }

    @Test("Another website reads no page of the desk, even with the random word")
    func reading() async throws {
        try await RunningDesk.with { desk throws in
            for site in ["cross-site", "same-site"] {
                #expect(try await desk.get("", further: ["Sec-Fetch-Site: \(site)"]).status == 403)
            }
            for host in ["evil.example:\(desk.client.port)", "127.0.0.1"] {
                #expect(try await desk.client.get(desk.base, host: host).status == 421)
            }
        }
    }

    @Test(
        "A page of the desk can be framed by nothing, runs no script but its own, and tells nobody its address"
    )
    func headers() async throws {
        try await RunningDesk.with { desk throws in
            let page = try await desk.get("")
            let policy = try #require(page.headers["content-security-policy"])
            for part in [
                "default-src 'none'", "frame-ancestors 'none'", "script-src 'self'", "form-action 'self'",
                "base-uri 'none'",
            ] {
                #expect(policy.contains(part))
            }
            #expect(!policy.contains("unsafe"))
            // `origin` names no path, and the random word is in the path.
            #expect(page.headers["referrer-policy"] == "origin")
            #expect(page.headers["set-cookie"] == nil)
            // A theme's scripts could act in the name of whoever is at the desk.
            let site = try await desk.client.get("/claims/it-is/")
            #expect(site.headers["content-security-policy"]?.contains("script-src 'none'") == true)
            #expect(!site.text.contains(desk.token))
        }
    }

    @Test("No address changes anything when it is only opened")
    func reads() async throws {
        try await RunningDesk.with { desk throws in
            for path in [
                "claims/it-is/?do=comment&note=x&token=\(desk.token)",
                "edit/?do=save&path=content/claims/it-is.md&text=x",
                "new/claim/?do=make&statement=x&claimant=jo",
            ] {
                #expect(try await desk.get(path).status == 200, "\(path)")
            }
            #expect(throws: (any Error).self) { try desk.room.text("content/journal/it-is.jsonl") }
            #expect(try desk.room.text(SmallNewsroom.claim).hasPrefix("---\nstatement: It is."))
            #expect(throws: (any Error).self) { try desk.room.text("content/claims/x.md") }
        }
    }

    @Test("Bodies are bounded, and those of unknown length are not read")
    func bodies() async throws {
        try await RunningDesk.with { desk throws in
            for (field, status) in [
                ("Content-Length: 99999999", 413), ("Content-Length: -1", 400), ("Content-Length: 1e3", 400),
                ("Transfer-Encoding: chunked", 501), ("Content-Length: 0\r\nContent-Length: 0", 400),
            ] {
                let response = try await desk.client.request("POST", desk.base + "edit/", further: [field])
                #expect(response.status == status, "\(field)")
            }
        }
    }
}

/// Forms as browsers send them.
struct SentFormTests {
    @Test("Reads names and values, with plus signs, percent-encoding and line ends")
    func values() throws {
        let form = try #require(SentForm(Array("a=one+two&b=%C3%A9%0D%0Ax&a=3&c".utf8)))
        #expect(form.all("a") == ["one two", "3"])
        #expect(form["b"] == "é\nx")
        #expect(form.has("c") && form["c"].isEmpty)
        #expect(form.text("c") == nil)
    }

    @Test("Refuses what is no form", arguments: ["a=%zz", "a=%ff", "a=%00", "%=1"])
    func refused(text: String) { #expect(SentForm(Array(text.utf8)) == nil) }

    @Test("Refuses more fields than any form has")
    func many() {
        let text = Array(repeating: "a=1", count: SentForm.fieldLimit + 1).joined(separator: "&")
        #expect(SentForm(Array(text.utf8)) == nil)
    }
}
