import Testing

@testable import Preview

struct HTTPRequestTests {
    private func read(_ head: String) -> Result<HTTPRequest, HTTPRequest.Problem> {
        Result { () throws(HTTPRequest.Problem) in try HTTPRequest(reading: head.utf8) }
    }

    @Test("Reads a method, a target and a host")
    func whole() throws {
        let request = try read("GET /a/?b=c HTTP/1.1\r\nAccept: */*\r\nhOST: \t desk:80 \r\n").get()
        #expect(request.method == "GET" && request.target == "/a/?b=c" && request.host == "desk:80")
        #expect(try read("\r\n\r\nGET / HTTP/1.0\r\nHost:x\r\n").get().host == "x")
        #expect(try read("OPTIONS * HTTP/1.1\r\nHost: x\r\n").get().target == "*")
        #expect(try read("GET http://x/a HTTP/1.1\r\nHost: y\r\n").get().host == "x")
    }

    @Test(
        "Refuses what is no request",
        arguments: [
            "", "\r\n", "GET\r\n", "GET /\r\n", "GET  / HTTP/1.1\r\nHost: x\r\n",
            "GET / HTTP/1.1 \r\nHost: x\r\n",
            "GET / http/1.1\r\nHost: x\r\n", "GET /\tx HTTP/1.1\r\nHost: x\r\n",
            "G T / HTTP/1.1\r\nHost: x\r\n",
            "GET /\u{E4} HTTP/1.1\r\nHost: x\r\n", "GET / HTTP/1.1\nHost: x\n",
            "GET / HTTP/1.1\r\nHost: x\rX: y\r\n",
            "GET / HTTP/1.1\r\nHost : x\r\n", "GET / HTTP/1.1\r\n Host: x\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\n y\r\n",
            "GET / HTTP/1.1\r\nHost: x\u{0}\r\n", "GET / HTTP/1.1\r\nHost: x\u{1}\r\n", "GET / HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n", "GET / HTTP/1.1\r\nHost: x",
            "GET x HTTP/1.1\r\nHost: x\r\n",
            "GET http:// HTTP/1.1\r\nHost: x\r\n", "(G) / HTTP/1.1\r\nHost: x\r\n",
        ]
    )
    func malformed(head: String) {
        #expect(throws: HTTPRequest.Problem.self) { try read(head).get() }
    }

    @Test("Speaks no other version", arguments: ["HTTP/2.0", "HTTP/1.2", "HTTP/1.10", "HTTP/"])
    func version(version: String) {
        guard case .failure(let problem) = read("GET / \(version)\r\nHost: x\r\n") else {
            Issue.record("\(version) is taken")
            return
        }
        #expect(problem.status == .versionNotSupported)
    }
}
