import Dispatch
import Foundation

/// Signals that ask the process to end: SIGINT (Ctrl-C), SIGTERM and SIGHUP.
enum Interruption {
    /// Waits for one of the signals. A second signal then ends the process at once.
    /// - Returns: the signal's number; 0 when the task was cancelled first.
    @discardableResult
    static func wait() async -> Int32 {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        // A signal ignored from the start stays ignored, as under `nohup` or in a script's background job.
        let numbers = [SIGINT, SIGTERM, SIGHUP].filter { !ignore($0) }
        let sources = numbers.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield(number) }
            source.resume()
            return source
        }
        var received: Int32 = 0
        for await number in signals {
            received = number
            break
        }
        for source in sources { source.cancel() }
        for number in numbers { signal(number, SIG_DFL) }
        return received
    }

    /// Ignores a signal.
    /// - Returns: whether it was ignored already.
    private static func ignore(_ number: Int32) -> Bool {
        unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Runs work, and cancels its task when a signal asks the process to end.
    /// - Returns: the work's result, and the number of a signal that arrived meanwhile.
    static func cancelling<Result: Sendable, Failure: Error>(
        _ work: @Sendable @escaping () async throws(Failure) -> Result
    ) async throws(Failure) -> (result: Result, signal: Int32?) {
        let task = Task { () async -> Swift.Result<Result, Failure> in
            do throws(Failure) { return .success(try await work()) } catch { return .failure(error) }
        }
        let watch = Task { () async -> Int32? in
            let number = await wait()
            if number != 0 { task.cancel() }
            return number == 0 ? nil : number
        }
        let outcome = await task.value
        watch.cancel()
        return (try outcome.get(), await watch.value)
    }
}
