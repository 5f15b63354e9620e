/// One request and what came back, byte for byte.
package struct FetchExchange: Sendable {
    /// A reason why a response is not whole.
    package enum Truncation: String, Hashable, Sendable {
        /// The body or the header block was larger than its limit.
        case length
        /// The response took longer than its limit, or came too slowly.
        case time
        /// The connection was closed before the end.
        case disconnect
        /// A broken chunk, or another fault of the message itself.
        case unspecified
    }

    /// A reason why there is no response at all.
    package enum Failure: Error, Hashable, Sendable {
        /// The host has no address.
        case noSuchHost
        /// All addresses of the host are in ranges that are not asked: the first one, and its range.
        case privateAddress(String, range: String)
        /// No connection came about.
        case noConnection(String)
        /// The certificate does not hold, or TLS failed in another way.
        case tls(String)
        /// The time for a connection or a response ran out before any header.
        case timeout
        /// The server closed the connection without an answer, or answered in another language than HTTP.
        case noAnswer(String)
        /// The host asked before to be left alone for longer than the run waits.
        case askedToWait(seconds: Int)
        /// The task was cancelled.
        case cancelled
    }

    /// The facts of an encrypted connection.
    package struct Encryption: Hashable, Sendable {
        /// The protocol as WARC writes it: `tls/1.3`.
        package let version: String
        /// The cipher suite as OpenSSL names it; empty if libcurl did not say.
        package let cipher: String
        /// The certificates as PEM, the server's own first.
        package let certificates: [String]
    }

    /// The address that was asked for.
    package let address: FetchAddress
    /// When the request began, in milliseconds since 1970.
    package let began: Int
    /// How long it took, in milliseconds.
    package let duration: Int
    /// The request as sent, secrets withheld; empty if none was sent.
    package let request: [UInt8]
    /// The header block of the response as received, without 1xx responses before it.
    package let head: [UInt8]
    /// The body as received: chunks and content encoding are still there.
    package let body: [UInt8]
    /// The address of the server; nil behind a proxy and without a connection.
    package let peer: IPAddress?
    /// The encryption; nil for plain HTTP.
    package let encryption: Encryption?
    /// Why the response is not whole; nil for a whole one.
    package let truncation: Truncation?
    /// Why there is no response; nil if there is one.
    package let failure: Failure?

    /// The response as received.
    package var response: [UInt8] { head + body }
}

extension FetchExchange.Failure: CustomStringConvertible {
    /// What happened, as a part of a sentence.
    package var description: String {
        switch self {
        case .noSuchHost: "its host has no address (DNS)"
        case .privateAddress(let address, let range):
            "its host is at \(address) (\(range)), which is not asked; `--allow-private` permits it"
        case .noConnection(let reason): "no connection: \(reason)"
        case .tls(let reason): "no secure connection: \(reason)"
        case .timeout: "no answer in time"
        case .noAnswer(let reason): "no answer: \(reason)"
        case .askedToWait(let seconds): "its host asked to wait \(seconds) seconds before the next request"
        case .cancelled: "interrupted"
        }
    }
}
