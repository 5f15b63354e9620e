/// Politeness: how often and how many at once the requests of a run may come to one host.
package actor HostQueue {
    private struct Host {
        var active = 0
        /// The earliest start of the next request.
        var next = ContinuousClock.now
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// The time that the host asked to be left alone until.
        var closedUntil: ContinuousClock.Instant?

        var closedFor: Duration? { closedUntil.map { $0 - .now } }
    }

    /// A wait that is longer than the run's patience.
    struct TooLongAWait: Error {
        let time: Duration
    }

    private let connections: Int
    private let pause: Duration
    private let patience: Duration
    private var hosts: [String: Host] = [:]

    /// Makes the queue of a run.
    /// - Parameters:
    ///   - connections: the most requests to a host at once.
    ///   - pause: the least time between the starts of two requests to a host.
    ///   - patience: the longest wait that a host may ask for; requests that would have to wait longer are not made.
    package init(connections: Int = 2, pause: Duration = .seconds(2), patience: Duration = .seconds(60)) {
        self.connections = connections
        self.pause = pause
        self.patience = patience
    }

    /// Waits for a turn, does the work, and gives the turn on.
    /// - Returns: the time to wait instead, where the host asked for more than the patience of the run.
    func turn<Value: Sendable>(
        at host: String,
        _ work: @Sendable () async -> Value
    ) async -> Result<Value, TooLongAWait> {
        if let rest = hosts[host]?.closedFor, rest > patience { return .failure(TooLongAWait(time: rest)) }
        await begin(host)
        defer { end(host) }
        return .success(await work())
    }

    /// Keeps all further requests to a host back for a while, as its `Retry-After` asks.
    package func wait(_ time: Duration, at host: String) {
        let end = ContinuousClock.now + time
        var state = hosts[host] ?? Host()
        state.closedUntil = end
        if time <= patience { state.next = max(state.next, end) }
        hosts[host] = state
    }

    private func begin(_ host: String) async {
        if hosts[host, default: Host()].active >= connections {
            await withCheckedContinuation { hosts[host, default: Host()].waiting.append($0) }
        } else {
            hosts[host, default: Host()].active += 1
        }
        let start = max(hosts[host]?.next ?? .now, .now)
        hosts[host, default: Host()].next = start + pause
        // A cancelled task does not wait: its transfer ends at once.
        try? await Task.sleep(until: start, clock: .continuous)
    }

    private func end(_ host: String) {
        guard var state = hosts[host] else { return }
        if state.waiting.isEmpty {
            state.active -= 1
            hosts[host] = state
        } else {
            let next = state.waiting.removeFirst()
            hosts[host] = state
            next.resume()
        }
    }
}
