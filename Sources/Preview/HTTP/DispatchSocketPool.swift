import Dispatch
import FlyingSocks
import Synchronization

/// A socket pool that waits with Dispatch.
///
/// FlyingSocks' own pools remove a socket from their queue only after they have resumed its waiter. If that
/// closes the socket at once, a stale entry stays under its number, and the next connection with that number
/// is never served. Here nothing is left when waiting ends.
struct DispatchSocketPool: AsyncSocketPool {
    func prepare() async throws {}

    /// Does nothing: Dispatch needs no run loop.
    func run() async throws {}

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        let waiting = SocketWait(for: socket.file.rawValue, isWriting: events == .write)
        await withTaskCancellationHandler {
            await waiting.wait()
        } onCancel: {
            Task { await waiting.end() }
        }
        try Task.checkCancellation()
    }
}

/// One wait for a socket.
private actor SocketWait {
    private let descriptor: Int32
    private let isWriting: Bool
    private var source: (any DispatchSourceProtocol)?
    private var isEnded = false

    init(for descriptor: Int32, isWriting: Bool) {
        self.descriptor = descriptor
        self.isWriting = isWriting
    }

    /// Waits until the socket is ready or the wait is ended, and Dispatch has released the socket.
    func wait() async {
        guard !isEnded else { return }
        let source: any DispatchSourceProtocol =
            isWriting
            ? DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: .global())
            : DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
        self.source = source
        await withCheckedContinuation { continuation in
            source.setEventHandler { @Sendable in Task { await self.end() } }
            source.setCancelHandler { @Sendable in continuation.resume() }
            source.activate()
        }
    }

    /// Ends the wait.
    func end() {
        isEnded = true
        source?.cancel()
        source = nil
    }
}
