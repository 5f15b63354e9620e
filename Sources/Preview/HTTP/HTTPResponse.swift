/// A response to a request, before it is sent.
struct HTTPResponse: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// No body; `count` is its length in the response to GET.
        case none(count: Int?)
        case events(AsyncStream<[UInt8]>)
    }

    let status: HTTPStatus
    var headers: [String: String]
    var body: Body

    static func file(_ path: String, _ bytes: [UInt8]) -> HTTPResponse {
        HTTPResponse(status: .ok, headers: ["Content-Type": MediaType.header(for: path)], body: .bytes(bytes))
    }

    static func text(_ status: HTTPStatus, _ text: String) -> HTTPResponse {
        HTTPResponse(
            status: status,
            headers: ["Content-Type": "text/plain; charset=utf-8"],
            body: .bytes(Array(text.utf8))
        )
    }

    static func events(_ events: AsyncStream<[UInt8]>) -> HTTPResponse {
        HTTPResponse(status: .ok, headers: ["Content-Type": "text/event-stream"], body: .events(events))
    }

    /// A redirect to a requested target without its query. The target must not start with two slashes, which
    /// would name another host.
    static func redirect(to target: String) -> HTTPResponse {
        var answer = text(.temporaryRedirect, "The page is at \(target)\n")
        answer.headers["Location"] = target
        return answer
    }

    /// The redirect after a form was taken: the browser gets another page, and sends the form no second time.
    static func seeOther(_ target: String) -> HTTPResponse {
        var answer = text(.seeOther, "The page is at \(target)\n")
        answer.headers["Location"] = target
        return answer
    }

    static var methodNotAllowed: HTTPResponse {
        var answer = text(.methodNotAllowed, "The preview is for reading: GET and HEAD only.\n")
        answer.headers["Allow"] = "GET, HEAD"
        return answer
    }

    /// The response to HEAD (RFC 9110, section 9.3.2): the same headers, no body.
    var withoutBody: HTTPResponse {
        var answer = self
        switch body {
        case .bytes(let bytes): answer.body = .none(count: bytes.count)
        case .events: answer.body = .none(count: nil)
        case .none: break
        }
        return answer
    }

    /// The fields of every response, unless it has others of its own.
    private static let usualFields = [
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": "frame-ancestors 'self'",
    ]

    /// The status line, the fields and the empty line.
    var head: String {
        var fields = Self.usualFields.merging(headers) { $1 }
        fields["Cache-Control"] = "no-store"
        fields["X-Content-Type-Options"] = "nosniff"
        // Drafts are private: pages of other origins can neither embed nor frame anything from here.
        fields["Cross-Origin-Resource-Policy"] = "same-origin"
        fields["Cross-Origin-Opener-Policy"] = "same-origin"
        fields["Connection"] = "close"
        switch body {
        case .bytes(let bytes): fields["Content-Length"] = String(bytes.count)
        case .none(let count): fields["Content-Length"] = count.map(String.init)
        case .events: break
        }
        let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
        return "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n\(lines.joined())\r\n"
    }
}
