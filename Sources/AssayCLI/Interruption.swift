import Dispatch
import Foundation

/// The wish of whoever runs a command that it ends: Ctrl-C, or a polite kill.
enum Interruption {
    /// Waits for it. From then on a second Ctrl-C ends the process at once.
    static func wait() async {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.yield() }
            source.resume()
            return source
        }
        for await _ in signals { break }
        for source in sources { source.cancel() }
        signal(SIGINT, SIG_DFL)
    }
}
