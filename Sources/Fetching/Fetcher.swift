import CCurl
import Synchronization

/// The only way to the network: exchanges over HTTP/1.1, one at a time or several at once.
///
///     let fetcher = Fetcher(HostQueue())
///     let exchange = await fetcher.fetch(FetchRequest(try FetchAddress("https://example.org/")), CookieJar())
package struct Fetcher: Sendable {
    private let hosts: HostQueue

    /// libcurl's state, made before its first use, because making it is not safe on two threads.
    private static let isReady = assay_curl_begin() == CURLE_OK

    /// Makes a fetcher whose requests wait for their turn.
    package init(_ hosts: HostQueue) { self.hosts = hosts }

    /// Asks for an address once. Redirects are not followed.
    ///
    /// - Parameter cookies: what is sent, as far as it belongs to the address, and what takes up new ones.
    package func fetch(_ request: FetchRequest, _ cookies: CookieJar) async -> FetchExchange {
        if let failure = obstacle(to: request) { return FetchExchange(request, failure: failure) }
        let turn = await hosts.turn(at: request.address.host) {
            if Task.isCancelled { return FetchExchange(request, failure: .cancelled) }
            let isCancelled = Flag()
            return await withTaskCancellationHandler {
                let transfer = Transfer(request: request, cookies: cookies.lines) { isCancelled.isSet }
                let outcome = await BlockingWork.run { transfer.perform() }
                cookies.merge(outcome.cookies)
                return outcome.exchange
            } onCancel: {
                isCancelled.set()
            }
        }
        switch turn {
        case .success(let exchange): return exchange
        case .failure(let wait):
            return FetchExchange(request, failure: .askedToWait(seconds: Int(wait.time / .seconds(1))))
        }
    }

    /// Keeps requests to a host back, as its `Retry-After` asks.
    package func wait(_ time: Duration, at host: String) async { await hosts.wait(time, at: host) }

    /// What forbids a request before any connection.
    private func obstacle(to request: FetchRequest) -> FetchExchange.Failure? {
        guard Self.isReady else { return .noConnection("libcurl could not be started") }
        guard !request.allowsPrivate, let host = request.address.numericHost, let range = host.privateRange
        else {
            return nil
        }
        return .privateAddress("\(host)", range: range)
    }
}

extension FetchExchange {
    /// An exchange that did not begin.
    init(_ request: FetchRequest, failure: Failure) {
        self.init(
            address: request.address,
            began: WallClock.milliseconds(),
            duration: 0,
            request: [],
            head: [],
            body: [],
            peer: nil,
            encryption: nil,
            truncation: nil,
            failure: failure
        )
    }
}

/// A flag that one thread sets and another reads.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}
