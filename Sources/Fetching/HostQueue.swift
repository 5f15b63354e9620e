/// Politeness: how often and how many at once the requests of a run may come to one host.
package actor HostQueue {
    private struct Host {
        var active = 0
        /// The earliest start of the next request.
        var next = ContinuousClock.now
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let connections: Int
    private let pause: Duration
    private var hosts: [String: Host] = [:]

    /// Makes the queue of a run.
    /// - Parameters:
    ///   - connections: the most requests to a host at once.
    ///   - pause: the least time between the starts of two requests to a host.
    package init(connections: Int = 2, pause: Duration = .seconds(2)) {
        self.connections = connections
        self.pause = pause
    }

    /// Waits for a turn, does the work, and gives the turn on.
    func turn<Result: Sendable>(at host: String, _ work: @Sendable () async -> Result) async -> Result {
        await begin(host)
        defer { end(host) }
        return await work()
    }

    /// Keeps all further requests to a host back for a while, as its `Retry-After` asks.
    package func wait(_ time: Duration, at host: String) {
        let next = ContinuousClock.now + time
        hosts[host, default: Host()].next = max(hosts[host]?.next ?? next, next)
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
