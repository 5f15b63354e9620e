import Fetching
import WARC
import Watching

/// Asks for pages, and follows their redirects, one hop at a time.
package struct Visitor: Sendable {
    let fetcher: Fetcher
    let settings: VisitSettings
    private let robots: RobotsFiles

    /// Makes the visitor of a run.
    package init(_ fetcher: Fetcher, _ settings: VisitSettings) {
        self.fetcher = fetcher
        self.settings = settings
        robots = RobotsFiles(fetcher, settings)
    }

    /// The same visitor for services that are made for programs.
    package var ignoringRobots: Visitor {
        var settings = settings
        settings.robots = .ignore
        return Visitor(fetcher, settings)
    }

    /// Goes to an address.
    /// - Parameters:
    ///   - seed: the origin that secrets belong to.
    ///   - bodyLimit: the largest body, if it is smaller than that of the settings.
    func visit(
        _ address: FetchAddress,
        _ cookies: CookieJar,
        seed: String,
        bodyLimit: Int? = nil
    ) async -> Visit {
        var exchanges: [FetchExchange] = []
        var next = address
        var redirects = 0
        while true {
            if settings.robots == .obey, !(await robots.file(of: next).rules.allow(next.target)) {
                return Visit(exchanges: exchanges, end: .forbidden(next))
            }
            let exchange = await fetch(next, cookies, seed: seed, bodyLimit)
            exchanges.append(exchange)
            if let failure = exchange.failure { return Visit(exchanges: exchanges, end: .failure(failure)) }
            guard let location = Self.location(in: exchange) else {
                if let again = await secondTry(after: exchange, cookies, seed: seed, bodyLimit) {
                    exchanges.append(again)
                    if let failure = again.failure {
                        return Visit(exchanges: exchanges, end: .failure(failure))
                    }
                }
                return Visit(exchanges: exchanges, end: .answer)
            }
            redirects += 1
            if redirects > settings.limits.redirects {
                return Visit(exchanges: exchanges, end: .tooManyRedirects)
            }
            do throws(FetchAddress.Problem) {
                next = try next.resolving(location)
            } catch {
                return Visit(exchanges: exchanges, end: .refusedRedirect(location, error))
            }
        }
    }

    /// The exchange about a host's robots.txt; nil where it is not asked for.
    func robotsExchange(of address: FetchAddress) async -> FetchExchange? {
        settings.robots == .ignore ? nil : await robots.file(of: address).exchange
    }

    /// Asks for an address once.
    func fetch(
        _ address: FetchAddress,
        _ cookies: CookieJar,
        seed: String,
        _ bodyLimit: Int? = nil
    ) async -> FetchExchange {
        await fetcher.fetch(
            settings.request(for: address, seed: seed, bodyLimit: bodyLimit),
            cookies
        )
    }

    /// The answer to the same request after the wait that a host asked for; nil where it asked for none, or too long a one.
    private func secondTry(
        after exchange: FetchExchange,
        _ cookies: CookieJar,
        seed: String,
        _ bodyLimit: Int?
    ) async -> FetchExchange? {
        guard let message = HTTPMessage(exchange.response), message.status == 429 || message.status == 503,
            let seconds = message["Retry-After"].flatMap({
                RetryAfter.seconds($0, at: WallClock.milliseconds())
            })
        else { return nil }
        await fetcher.wait(.seconds(seconds), at: exchange.address.host)
        let again = await fetch(exchange.address, cookies, seed: seed, bodyLimit)
        if case .askedToWait = again.failure { return nil }
        return again
    }

    /// Where a redirect leads; nil for an answer that is none.
    private static func location(in exchange: FetchExchange) -> String? {
        guard let message = HTTPMessage(exchange.response), let status = message.status,
            [301, 302, 303, 307, 308].contains(status)
        else { return nil }
        return message["Location"]
    }
}

extension VisitSettings {
    /// The request for an address.
    func request(for address: FetchAddress, seed: String, bodyLimit: Int? = nil) -> FetchRequest {
        var request = FetchRequest(address)
        request.fields = [.init("User-Agent", userAgent), .init("Accept-Encoding", "identity")]
        if address.origin == seed { request.fields += secrets }
        request.allowsPrivate = allowsPrivate
        request.allowsBadCertificates = allowsBadCertificates
        request.limits = limits
        if let bodyLimit { request.limits.bodyBytes = min(request.limits.bodyBytes, bodyLimit) }
        return request
    }
}

/// The field `Retry-After` (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// The longest wait that a host can ask for, in seconds.
    static let limit = 3600

    /// The wait in seconds; nil for a value that is neither a number nor a date.
    static func seconds(_ value: String, at now: Int) -> Int? {
        if let seconds = Int(value.filter { $0 != " " }) { return min(max(seconds, 0), limit) }
        guard let date = WARCDate(http: value) else { return nil }
        return min(max((date.milliseconds - now + 999) / 1000, 0), limit)
    }
}
