import FlyingSocks
import Foundation

/// A listening socket and its connections.
///
/// The sockets are FlyingSocks'; HTTP is parsed here. A preview needs little of it, and has to limit a
/// request's length before anything else.
actor HTTPListener {
    private let socket: Socket
    private var running: Task<Void, any Error>?
    /// The number of open connections. It is limited, to leave file descriptors for the newsroom's files;
    /// further connections wait in the system's queue.
    private var openCount = 0
    private var waiting: CheckedContinuation<Void, Never>?

    /// The port that it listens on.
    nonisolated let port: UInt16

    static let connectionLimit = 512

    /// Listens on an address.
    init(on address: some SocketAddress) throws {
        socket = try Socket(domain: Int32(type(of: address).family))
        do {
            try socket.setValue(true, for: .localAddressReuse)
            #if canImport(Darwin)
                try socket.setValue(true, for: .noSIGPIPE)
            #endif
            try socket.bind(to: address)
        } catch {
            try? socket.close()
            throw error
        }
        try socket.listen()
        switch try socket.sockname() {
        case .ip4(_, let port), .ip6(_, let port): self.port = port
        case .unix: port = 0
        }
    }

    /// Starts to serve, until it is stopped or fails.
    func start(_ answer: @Sendable @escaping (HTTPRequest) async -> HTTPResponse) {
        running = Task {
            try await accept(on: AsyncSocket(socket: self.socket, pool: DispatchSocketPool()), answer)
        }
    }

    /// Stops listening and ends all connections.
    func stop() async {
        running?.cancel()
        waiting?.resume()
        waiting = nil
        _ = await running?.result
        try? socket.close()
    }

    /// Waits until serving has ended, and throws the error if it failed.
    func waitUntilStopped() async throws { try await running?.value }

    private func accept(
        on socket: AsyncSocket,
        _ answer: @Sendable @escaping (HTTPRequest) async -> HTTPResponse
    ) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                try Task.checkCancellation()
                await place()
                do {
                    let connection = HTTPConnection(socket: try await socket.accept())
                    openCount += 1
                    group.addTask {
                        await connection.serve(answer)
                        await self.close()
                    }
                } catch SocketError.failed(_, let number, _) where Self.passes(number) {
                    // New connections wait in the system's queue meanwhile.
                    try await Task.sleep(for: .milliseconds(100))
                }
            }
        }
    }

    /// Waits for a connection to end if there are too many.
    private func place() async {
        guard openCount >= Self.connectionLimit, !Task.isCancelled else { return }
        await withCheckedContinuation { waiting = $0 }
    }

    private func close() {
        openCount -= 1
        waiting?.resume()
        waiting = nil
    }

    /// Whether an error is temporary: no descriptors or memory at the moment, or a client that is gone again.
    private static func passes(_ number: Int32) -> Bool {
        [EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED, EINTR, EPROTO, EPERM, ENETDOWN].contains(number)
    }
}
