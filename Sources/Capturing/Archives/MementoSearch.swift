import Fetching
import WARC
import Watching

/// Asks archives which copies of an address they have.
package struct MementoSearch: Sendable {
    /// What one archive answered.
    package struct Answer: Sendable {
        /// The archive, by its host.
        package let archive: String
        /// The copies; nil if the archive could not be asked.
        package let copies: TimeMap?
        /// Why it could not be asked, or why the list is not whole.
        package let problem: String?
    }

    private let visitor: Visitor

    /// The most lists of one archive that are read.
    private static let pageLimit = 20
    /// The longest list, in bytes.
    private static let sizeLimit = 32 * 1024 * 1024

    /// Makes the search of a run.
    package init(_ visitor: Visitor) { self.visitor = visitor }

    /// Asks one archive.
    /// - Parameters:
    ///   - archive: the address of its lists, to which the page's address is added.
    ///   - address: the page's address.
    package func ask(_ archive: String, about address: FetchAddress) async -> Answer {
        let name = (try? FetchAddress(archive))?.hostAndPort ?? archive
        var maps: [TimeMap] = []
        var asked: Set<String> = []
        var open = [archive + address.text]
        var problem: String?
        while !open.isEmpty {
            let next = open.removeFirst()
            guard asked.insert(next).inserted else { continue }
            guard asked.count <= Self.pageLimit else {
                problem = "it has more lists than \(Self.pageLimit)"
                break
            }
            switch await list(next) {
            case .success(let map):
                maps.append(map)
                open += map.pages
            case .failure(let reason):
                if maps.isEmpty { return Answer(archive: name, copies: nil, problem: reason.text) }
                problem = "a part of its list is missing: \(reason.text)"
            }
        }
        return Answer(archive: name, copies: TimeMap(mementos: []).joined(with: maps), problem: problem)
    }

    private struct Reason: Error { let text: String }

    private func list(_ typed: String) async -> Result<TimeMap, Reason> {
        let address: FetchAddress
        do throws(FetchAddress.Problem) { address = try FetchAddress(typed) } catch {
            return .failure(Reason(text: "`\(typed)` is not asked: \(error)"))
        }
        let visit = await visitor.visit(address, CookieJar(), seed: "", bodyLimit: Self.sizeLimit)
        switch visit.end {
        case .failure(let failure): return .failure(Reason(text: "\(failure)"))
        case .refusedRedirect, .tooManyRedirects, .forbidden:
            return .failure(Reason(text: "it redirects without end, or where it may not be followed"))
        case .answer: break
        }
        // An archive without a copy has no list: that is an answer, and no failure.
        guard let answer = visit.answer, let status = answer.status, status != 404 else {
            return .success(TimeMap(mementos: []))
        }
        guard status == 200 else {
            return .failure(Reason(text: Refusal(answer)?.description ?? "\(status)"))
        }
        guard let body = try? answer.decodedBody() else {
            return .failure(Reason(text: "its list cannot be read"))
        }
        return .success(TimeMap(body))
    }
}
