import FlyingSocks
import Foundation

/// Why the preview cannot listen.
public enum PreviewProblem: Error, Hashable, Sendable {
    /// Another program listens on the port.
    case portIsBusy(UInt16)
    /// The system refused: its own words.
    case system(String)
    /// It listened, and cannot go on: the system's own words.
    case ended(String)
}

extension PreviewProblem: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .portIsBusy(let port): "port \(port) is in use by another program"
        case .system(let words): "the preview cannot listen: \(words)"
        case .ended(let words): "the preview cannot go on: \(words)"
        }
    }
}

/// A preview that listens.
public struct PreviewServer: Sendable {
    /// The address to open in a browser.
    public let address: String
    /// The port that it listens on.
    public let port: UInt16
    private let listener: HTTPListener

    /// Starts to listen.
    /// - Parameters:
    ///   - port: 0 lets the system choose.
    ///   - hosts: addresses to listen on beyond loopback, and names to answer to; the first address counts, and names
    ///     alone mean all addresses. Nothing listens beyond loopback when the list is empty.
    public static func start(
        _ live: LivePreview,
        port: UInt16,
        hosts: [String] = []
    ) async throws(PreviewProblem) -> PreviewServer {
        let bound =
            hosts.lazy.compactMap(IPAddress.init).first ?? .four(hosts.isEmpty ? "127.0.0.1" : "0.0.0.0")
        let gate = PreviewHandler.GateBox()
        let handler = PreviewHandler(live: live, gate: gate)
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
        gate.set(HostGate(hosts: hosts, takesAnyAddress: bound.isAny, port: listener.port))
        await listener.start(handler.answer)
        let shown = bound.isAny ? "127.0.0.1" : bound.inURL
        return PreviewServer(
            address: "http://\(shown):\(listener.port)/",
            port: listener.port,
            listener: listener
        )
    }

    /// Stops listening and ends all connections.
    public func stop() async { await listener.stop() }

    /// Waits until the server has stopped.
    /// - Throws: why, if nobody stopped it.
    public func waitUntilStopped() async throws(PreviewProblem) {
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
