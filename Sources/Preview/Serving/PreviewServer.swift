import Assay
import FlyingFox
import FlyingSocks
import Foundation

/// Why the preview cannot listen.
public enum PreviewProblem: Error, Hashable, Sendable {
    /// Another program listens on the port.
    case portIsBusy(UInt16)
    /// The system refused: its own words.
    case system(String)
}

extension PreviewProblem: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .portIsBusy(let port): "port \(port) is in use by another program"
        case .system(let words): "the preview cannot listen: \(words)"
        }
    }
}

/// A preview that listens.
public struct PreviewServer: Sendable {
    /// The address to open in a browser.
    public let address: String
    /// The port that it listens on.
    public let port: UInt16
    private let server: HTTPServer
    private let running: Task<Void, any Error>

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
        let server: HTTPServer
        do {
            switch bound {
            case .four(let text):
                server = HTTPServer(
                    address: try sockaddr_in.inet(ip4: text, port: port),
                    timeout: 120,
                    logger: .disabled,
                    handler: handler
                )
            case .six(let text):
                server = HTTPServer(
                    address: try sockaddr_in6.inet6(ip6: text, port: port),
                    timeout: 120,
                    logger: .disabled,
                    handler: handler
                )
            }
        } catch {
            throw .system(error.localizedDescription)
        }
        let running = try await run(server, port: port)
        let actual = await server.port ?? port
        gate.set(HostGate(hosts: hosts, takesAnyAddress: bound.isAny, port: actual))
        let shown = bound.isAny ? "127.0.0.1" : bound.inURL
        return PreviewServer(
            address: "http://\(shown):\(actual)/",
            port: actual,
            server: server,
            running: running
        )
    }

    /// Stops listening and ends all connections.
    public func stop() async {
        await server.stop()
        running.cancel()
    }

    /// Waits until the server has stopped.
    public func waitUntilStopped() async { _ = await running.result }

    /// Runs a server until it listens, or fails to.
    private static func run(
        _ server: HTTPServer,
        port: UInt16
    ) async throws(PreviewProblem) -> Task<Void, any Error> {
        let (starts, continuation) = AsyncStream.makeStream(of: PreviewProblem?.self)
        let running = Task {
            do {
                try await server.run()
            } catch {
                continuation.yield(problem(error, port: port))
                throw error
            }
        }
        let waiting = Task {
            do {
                try await server.waitUntilListening(timeout: 30)
                continuation.yield(nil)
            } catch {
                continuation.yield(problem(error, port: port))
            }
        }
        defer { waiting.cancel() }
        for await problem in starts {
            if let problem { throw problem }
            break
        }
        return running
    }

    private static func problem(_ error: any Error, port: UInt16) -> PreviewProblem {
        if case SocketError.failed(_, let number, _) = error, number == EADDRINUSE {
            return .portIsBusy(port)
        }
        return .system(error.localizedDescription)
    }
}

extension HTTPServer {
    /// The port that the server listens on.
    fileprivate var port: UInt16? {
        switch listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): port
        default: nil
        }
    }
}
