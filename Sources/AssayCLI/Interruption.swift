import Dispatch
import Foundation

/// The wish of whoever runs a command that it ends: Ctrl-C, or a polite kill.
enum Interruption {
    /// Waits for it. From then on a second one ends the process at once.
    /// - Returns: the number of the signal; 0 when the task was cancelled first.
    @discardableResult
    static func wait() async -> Int32 {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        // A signal that was ignored before stays so: `nohup`, or a script that runs the command in its background.
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

    /// Runs some work, and cancels it when whoever runs the command wants it to end.
    /// - Returns: what the work gave, and the number of the signal that came meanwhile; nil when none came.
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
