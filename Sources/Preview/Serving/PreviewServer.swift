import FlyingSocks
import Foundation

/// The reason why the preview cannot listen.
package enum PreviewProblem: Error, Hashable, Sendable {
    /// Another program listens on the port.
    case portIsBusy(UInt16)
    /// An error of the system, in its own words.
    case system(String)
    /// An error that ended a running preview, in the system's own words.
    case ended(String)
}

extension PreviewProblem: CustomStringConvertible {
    /// The problem in one sentence without a full stop.
    package var description: String {
        switch self {
        case .portIsBusy(let port): "port \(port) is in use by another program"
        case .system(let words): "the preview cannot listen: \(words)"
        case .ended(let words): "the preview cannot go on: \(words)"
        }
    }
}

/// A running preview.
package struct PreviewServer: Sendable {
    /// The address to open in a browser.
    package let address: String
    /// The listening port.
    package let port: UInt16
    private let listener: HTTPListener

    /// Starts to listen.
    /// - Parameters:
    ///   - port: 0 lets the system choose.
    ///   - hosts: an address to listen on beyond loopback, and names to answer to. Only the first address is used;
    ///     names without an address mean all addresses. If the list is empty, only loopback is used.
    ///   - desk: the desk that may write; nil for a preview that only shows.
    package static func start(
        _ live: LivePreview,
        port: UInt16,
        hosts: [String] = [],
        desk: WritingDesk? = nil
    ) async throws(PreviewProblem) -> PreviewServer {
        let bound =
            hosts.lazy.compactMap(IPAddress.init).first ?? .four(hosts.isEmpty ? "127.0.0.1" : "0.0.0.0")
        let allowedHosts = PreviewHandler.AllowedHostsBox()
        let handler = PreviewHandler(live: live, desk: desk, allowedHosts: allowedHosts)
        let listener: HTTPListener
        do {
            switch bound {
            case .four(let text):
                listener = try HTTPListener(on: sockaddr_in.inet(ip4: text, port: port))
            case .six(let text):
                listener = try HTTPListener(on: sockaddr_in6.inet6(ip6: text, port: port))
            }
        } catch {
            throw problem(error, port: port)
        }
        allowedHosts.set(AllowedHosts(hosts: hosts, takesAnyAddress: bound.isAny, port: listener.port))
        await listener.start(handler.answer)
        let shown = bound.isAny ? "127.0.0.1" : bound.inURL
        return PreviewServer(
            address: "http://\(shown):\(listener.port)/",
            port: listener.port,
            listener: listener
        )
    }

    /// Stops listening and ends all connections.
    package func stop() async { await listener.stop() }

    /// Waits until the server has ended.
    /// - Throws: the reason, unless `stop` ended it.
    package func waitUntilStopped() async throws(PreviewProblem) {
        do { try await listener.waitUntilStopped() } catch is CancellationError {} catch {
            throw .ended(error.localizedDescription)
        }
    }

    private static func problem(_ error: any Error, port: UInt16) -> PreviewProblem {
        if case SocketError.failed(_, let number, _) = error, number == EADDRINUSE {
            return .portIsBusy(port)
        }
        return .system(error.localizedDescription)
    }
}
