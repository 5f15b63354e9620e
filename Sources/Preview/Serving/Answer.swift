import FlyingFox
import Foundation

/// An answer to a request, before it is handed to the server.
struct Answer {
    enum Body {
        case bytes([UInt8])
        /// None, where there would be so many bytes.
        case none(count: Int?)
        case events(AsyncStream<[UInt8]>)
    }

    let status: HTTPStatusCode
    var headers: [HTTPHeader: String]
    var body: Body

    static func file(_ path: String, _ bytes: [UInt8]) -> Answer {
        Answer(status: .ok, headers: [.contentType: MediaType.header(for: path)], body: .bytes(bytes))
    }

    static func text(_ status: HTTPStatusCode, _ text: String) -> Answer {
        Answer(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: .bytes(Array(text.utf8))
        )
    }

    static func events(_ events: AsyncStream<[UInt8]>) -> Answer {
        Answer(status: .ok, headers: [.contentType: "text/event-stream"], body: .events(events))
    }

    /// The target is one that was asked for, without its query; a second slash at its start would name another host.
    static func redirect(to target: String) -> Answer {
        var answer = text(.temporaryRedirect, "The page is at \(target)\n")
        answer.headers[.location] = target
        return answer
    }

    static var methodNotAllowed: Answer {
        var answer = text(.methodNotAllowed, "The preview is for reading: GET and HEAD only.\n")
        answer.headers[HTTPHeader("Allow")] = "GET, HEAD"
        return answer
    }

    /// The answer to HEAD (RFC 9110, section 9.3.2): the same headers, no body.
    var withoutBody: Answer {
        var answer = self
        switch body {
        case .bytes(let bytes): answer.body = .none(count: bytes.count)
        case .events: answer.body = .none(count: nil)
        case .none: break
        }
        return answer
    }

    var response: HTTPResponse {
        var headers = headers
        headers[.cacheControl] = "no-store"
        headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        headers[HTTPHeader("Referrer-Policy")] = "no-referrer"
        // Drafts are nobody else's: pages of other origins can neither embed nor frame anything from here.
        headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
        headers[HTTPHeader("Cross-Origin-Opener-Policy")] = "same-origin"
        headers[HTTPHeader("Content-Security-Policy")] = "frame-ancestors 'self'"
        let httpHeaders = HTTPHeaders(headers)
        switch body {
        case .bytes(let bytes):
            return HTTPResponse(statusCode: status, headers: httpHeaders, body: Data(bytes))
        case .none(let count):
            if let count { headers[.contentLength] = String(count) }
            return HTTPResponse(statusCode: status, headers: HTTPHeaders(headers))
        case .events(let events):
            return HTTPResponse(
                statusCode: status,
                headers: httpHeaders,
                body: HTTPBodySequence(from: EventBody(events: events), suggestedBufferSize: 65_536)
            )
        }
    }
}

extension HTTPStatusCode {
    /// The server does not answer for the name that was asked for (RFC 9110, section 15.5.20).
    static let misdirectedRequest = HTTPStatusCode(421, phrase: "Misdirected Request")
}
