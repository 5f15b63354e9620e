import Captures
import Digests
import Fetching
import Newsroom
import WARC
import Watching

/// Looks at addresses again, and says what became of their pages.
package struct Watcher: Sendable {
    private let visitor: Visitor

    /// The largest page that is compared, in bytes as sent.
    private static let bodyLimit = 64 * 1024 * 1024

    /// Makes the watcher of a run.
    package init(_ visitor: Visitor) { self.visitor = visitor }

    /// Looks at an address.
    /// - Parameter file: the content of the captured file; nil if it is not here.
    /// - Returns: what was seen, with the whole drift; nil if it was this computer that could not ask.
    package func observe(_ subject: WatchSubject, file: [UInt8]?) async -> Result<Observation, WatchFailure> {
        let address: FetchAddress
        do throws(FetchAddress.Problem) { address = try FetchAddress(subject.url) } catch {
            return .failure(.address("\(error)"))
        }
        guard let began = WARCDate(milliseconds: WallClock.milliseconds()) else {
            return .failure(.address("the clock of this computer shows no time"))
        }
        let cookies = CookieJar()
        let visit = await visitor.visit(address, cookies, seed: address.origin, bodyLimit: Self.bodyLimit)
        let copy = subject.capture.map { StandingCopy($0, file: file) }
        var sight = Sight(subject, visit, address, copy, began: began)
        if case .failure(let failure) = visit.end {
            switch failure {
            case .cancelled: return .failure(.cancelled)
            case .privateAddress: return .failure(.address("\(failure)"))
            case .noSuchHost, .noConnection: return .success(sight.observation)
            default: break
            }
        }
        if sight.needsSibling, let last = visit.last {
            sight.note(sibling: await sibling(of: last.address, cookies, seed: address.origin))
        }
        return .success(sight.observation)
    }

    /// The visible text of an address beside another one that cannot exist; nil unless it answers with 200.
    private func sibling(of address: FetchAddress, _ cookies: CookieJar, seed: String) async -> VisibleText? {
        let name = String(RecordID.random().description.suffix(12))
        guard let beside = try? address.resolving("assay-\(name)") else { return nil }
        let visit = await visitor.visit(beside, cookies, seed: seed, bodyLimit: Self.bodyLimit)
        guard let answer = visit.answer, answer.status == 200 else { return nil }
        return Sight.page(of: answer)?.text
    }
}

/// A reason why an address was not looked at, which says nothing about its page.
package enum WatchFailure: Error, Hashable, Sendable {
    /// The address is not asked, with the reason.
    case address(String)
    /// The run was interrupted.
    case cancelled
}
