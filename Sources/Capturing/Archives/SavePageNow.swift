import Diagnostics
import Encodings
import Fetching
import WARC

/// Asks the Wayback Machine to archive a page (Save Page Now 2), and believes only its index.
package struct SavePageNow: Sendable {
    /// How a page was not saved, or not as far as is known.
    package enum Problem: Error, Hashable, Sendable {
        /// The service could not be asked, with the reason.
        case noAnswer(String)
        /// The service said no, in its words; it makes no sense to ask again if `isFinal`.
        case refused(String, isFinal: Bool)
        /// The service says that it saved the page, and its index does not have it yet.
        case unconfirmed(String)
        /// The service was still at work when the time was up.
        case unfinished
    }

    /// The addresses of the service.
    package struct Service: Hashable, Sendable {
        /// Where pages are handed in, with a slash at its end.
        package let save: String
        /// The index (CDX).
        package let index: String
        /// Where copies are, with a slash at its end.
        package let copies: String

        /// The Internet Archive's.
        package static let internetArchive = Service(at: "https://web.archive.org")

        /// The service at an address that has all three.
        package init(at base: String) {
            save = base + "/save/"
            index = base + "/cdx/search/cdx"
            copies = base + "/web/"
        }
    }

    private let visitor: Visitor
    private let service: Service
    private let key: FetchRequest.Field
    /// The time between two questions.
    private let interval: Duration

    /// How often the service is asked whether it is done; with five seconds between, ten minutes.
    private static let questions = 120
    /// How often the index is asked for a copy that should be there.
    private static let confirmations = 12

    /// Makes a client.
    /// - Parameters:
    ///   - key: the account's access key and secret, with a colon between.
    package init(_ visitor: Visitor, _ service: Service, key: String, interval: Duration = .seconds(5)) {
        self.visitor = visitor
        self.service = service
        self.key = .init("Authorization", "LOW \(key)", isSecret: true)
        self.interval = interval
    }

    /// Archives a page.
    /// - Returns: the copy's address, which the index has confirmed.
    package func save(_ address: FetchAddress) async -> Result<String, Problem> {
        guard let began = WARCDate(milliseconds: WallClock.milliseconds() - 60_000) else {
            return .failure(.noAnswer("the clock shows no time"))
        }
        do throws(Problem) {
            let job = try await submit(address)
            let timestamp: String?
            do throws(Problem) {
                timestamp = try await result(of: job)
            } catch {
                // The service reports errors for pages that it has archived.
                if let copy = await confirmed(address, from: began.digits, attempts: 1) {
                    return .success(copy)
                }
                throw error
            }
            let from = timestamp ?? began.digits
            guard let copy = await confirmed(address, from: from, attempts: Self.confirmations) else {
                throw .unconfirmed(service.copies + "\(from)/\(address.text)")
            }
            return .success(copy)
        } catch {
            return .failure(error)
        }
    }

    private func submit(_ address: FetchAddress) async throws(Problem) -> String {
        let form = "url=\(PercentEncoding.component(address.text))&skip_first_archive=1"
        let answer = try await ask(service.save, sending: Array(form.utf8))
        if let job = answer["job_id"]?.string { return job }
        throw Self.problem(answer)
    }

    /// The time stamp of the copy, when the job is done.
    private func result(of job: String) async throws(Problem) -> String? {
        let address = service.save + "status/" + PercentEncoding.component(job)
        for _ in 0..<Self.questions {
            try? await Task.sleep(for: interval)
            if Task.isCancelled { throw .unfinished }
            let answer = try await ask(address)
            switch answer["status"]?.string {
            case "success": return answer["timestamp"]?.string
            case "error": throw Self.problem(answer)
            default: continue
            }
        }
        throw .unfinished
    }

    /// The copy that the index has from a time on; nil if it has none after some attempts.
    private func confirmed(_ address: FetchAddress, from: String, attempts: Int) async -> String? {
        let query = [
            ("url", address.text), ("output", "json"),
            ("fl", "timestamp,original,mimetype,statuscode,digest"),
            ("filter", "statuscode:200"), ("from", from), ("limit", "-5"), ("fastLatest", "true"),
        ].map { "\($0)=\(PercentEncoding.component($1))" }.joined(separator: "&")
        for attempt in 0..<attempts {
            if attempt > 0 { try? await Task.sleep(for: interval) }
            if Task.isCancelled { return nil }
            // The first row has the names of the columns.
            guard let rows = try? await ask("\(service.index)?\(query)").elements.dropFirst() else {
                continue
            }
            for row in rows {
                guard row.elements.count >= 2, let time = row.elements[0].string,
                    let original = row.elements[1].string, time >= from, WARCDate(time) != nil
                else { continue }
                return service.copies + "\(time)/\(original.percentEncodedAddress)"
            }
        }
        return nil
    }

    private func ask(_ typed: String, sending form: [UInt8]? = nil) async throws(Problem) -> JSONValue {
        let address: FetchAddress
        do throws(FetchAddress.Problem) { address = try FetchAddress(typed) } catch {
            throw .noAnswer("`\(typed)` is not asked: \(error)")
        }
        var request = visitor.settings.request(for: address, seed: "")
        request.fields += [.init("Accept", "application/json"), key]
        request.content = form.map { ("application/x-www-form-urlencoded", $0) }
        let exchange = await visitor.fetcher.fetch(request, CookieJar())
        if let failure = exchange.failure { throw .noAnswer("\(address.host): \(failure)") }
        guard let message = HTTPMessage(exchange.response), let status = message.status else {
            throw .noAnswer("\(address.host) answered without HTTP")
        }
        switch status {
        case 401, 403: throw .refused("\(address.host) does not accept the keys (\(status))", isFinal: true)
        case 429:
            throw .refused("\(address.host) itself says 429: too many pages were handed in", isFinal: false)
        default: break
        }
        guard let body = try? message.decodedBody(), let value = JSONValue(foreign: body) else {
            throw .noAnswer("\(address.host) answered \(status) without JSON")
        }
        return value
    }

    private static let finalErrors = [
        "error:blocked-url", "error:unauthorized", "error:filesize-limit", "error:blocked", "error:no-access",
        "error:not-found", "error:invalid-url-syntax", "error:invalid-host-resolution",
    ]

    private static func problem(_ answer: JSONValue) -> Problem {
        let word = answer["status_ext"]?.string ?? ""
        let message = answer["message"]?.string ?? "no reason given"
        return .refused(word.isEmpty ? message : "\(word): \(message)", isFinal: finalErrors.contains(word))
    }
}

extension SavePageNow.Problem: CustomStringConvertible {
    /// What happened, as a sentence without a full stop.
    package var description: String {
        switch self {
        case .noAnswer(let reason): reason
        case .refused(let reason, let isFinal): isFinal ? reason : "\(reason); try again in some minutes"
        case .unconfirmed(let copy):
            "the service says that it saved the page, and its index does not have it yet; "
                + "give the command without --save in an hour, or look at \(copy)"
        case .unfinished: "the service is still at work; give the command without --save in an hour"
        }
    }
}
