import Dispatch

/// Work that blocks its thread, such as a transfer, away from the threads of Swift's tasks.
enum BlockingWork {
    private static let queue = DispatchQueue(label: "transfers", attributes: .concurrent)

    /// Runs work on a thread of its own, and waits for its result.
    static func run<Result: Sendable>(_ work: @Sendable @escaping () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
