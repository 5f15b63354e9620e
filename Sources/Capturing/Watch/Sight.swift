import Captures
import Digests
import Fetching
import Newsroom
import WARC
import Watching

/// One look at an address: the visit, judged against the captured copy.
struct Sight {
    private let began: WARCDate
    private let subject: WatchSubject
    private let visit: Visit
    private let address: FetchAddress
    private let copy: StandingCopy?
    private let answer: HTTPMessage?
    private let page: (text: VisibleText?, payload: Digest)?
    private let drift: Drift?
    private var signs: [Observation.Sign]

    /// The share of the captured words under which a page is another one, in thousandths.
    private static let lostWords = 100
    /// The share of a page's words that a page for wrong addresses has, in thousandths.
    private static let sameWords = 900

    init(
        _ subject: WatchSubject,
        _ visit: Visit,
        _ address: FetchAddress,
        _ copy: StandingCopy?,
        began: WARCDate
    ) {
        self.began = began
        self.subject = subject
        self.visit = visit
        self.address = address
        self.copy = copy
        answer = visit.answer
        let page = answer.flatMap(Self.page)
        self.page = page
        drift = Self.drift(subject, page?.text, copy)
        var signs: [Observation.Sign] = []
        if let last = visit.last?.address, Self.leadsElsewhere(last, from: address, copy?.capture) {
            signs.append(.redirect)
        }
        if let share = drift?.containment, share < Self.lostWords { signs.append(.words) }
        self.signs = signs
    }

    /// The text and the payload's digest of an answer.
    static func page(of answer: HTTPMessage) -> (text: VisibleText?, payload: Digest)? {
        let payload = Digest(of: answer.entityBody.bytes)
        guard let content = try? answer.decodedBody() else { return (nil, payload) }
        let type = answer["Content-Type"]
        switch CapturedContent(content, mediaType: answer.mediaType) {
        case .html: return (VisibleText(html: content, contentType: type), payload)
        case .text: return (VisibleText(plain: content, contentType: type), payload)
        case .pdf, .other: return (nil, payload)
        }
    }

    /// Whether an address beside this one should be asked: there is a sign already, and one more decides.
    var needsSibling: Bool { isPage && signs.count == 1 && page?.text != nil }

    /// Notes the text of an address that cannot exist.
    mutating func note(sibling: VisibleText?) {
        guard let sibling, let text = page?.text,
            let share = Drift.containment(of: text.blocks, in: sibling.blocks), share >= Self.sameWords
        else { return }
        signs.append(.sibling)
    }

    /// What was seen.
    var observation: Observation {
        let (outcome, reason) = outcome
        let final = visit.last.flatMap { $0.address == address ? nil : $0.address.text }
        let title = page?.text?.title
        return Observation(
            at: began,
            source: subject.record,
            url: address.text,
            final: final,
            status: answer?.status,
            outcome: outcome,
            reason: reason,
            against: copy?.capture.file,
            payload: isPage ? page?.payload : nil,
            text: isPage ? page?.text?.digest : nil,
            title: isPage && title != copy?.capture.title && copy != nil ? title : nil,
            signs: isPage ? Observation.Sign.allCases.filter(signs.contains) : [],
            drift: outcome == .changed || outcome == .softMissing ? drift : nil
        )
    }

    /// Whether the site answered with a page.
    private var isPage: Bool { answer?.status == 200 && answer?["cf-mitigated"] == nil }

    private var outcome: (Observation.Outcome, reason: String?) {
        switch visit.end {
        case .forbidden: return (.blocked, "robots.txt forbids it")
        case .failure(.askedToWait(let seconds)):
            return (.blocked, "the host asked to wait \(seconds) seconds")
        case .failure(let failure): return (.failing, "\(failure)")
        case .refusedRedirect(let place, let problem): return (.failing, "redirects to \(place): \(problem)")
        case .tooManyRedirects: return (.failing, "redirects without end")
        case .answer: break
        }
        guard let answer, let status = answer.status else { return (.failing, "no HTTP") }
        if CaptureState(of: answer, text: nil, isWhole: true) == .blocked {
            return (.blocked, Refusal(answer)?.description ?? "\(status)")
        }
        switch status {
        case 404, 410: return (.missing, "\(status)")
        case 200: return pageOutcome
        default: return (.failing, "\(status)")
        }
    }

    private var pageOutcome: (Observation.Outcome, reason: String?) {
        if signs.count >= 2 { return (.softMissing, nil) }
        guard let copy, let page else { return (.seen, nil) }
        let isSame = page.payload == copy.capture.payload
        let isSameText = page.text.map { $0.digest == copy.capture.text } ?? false
        if !isSame, !isSameText, !visit.isWhole { return (.failing, "the page came cut short") }
        let hasSameWords = isSame || isSameText || (copy.text != nil && drift?.isNone == true)
        guard hasSameWords else { return (.changed, nil) }
        let isMoved =
            visit.exchanges.count > 1 && visit.isMovedForGood
            && copy.capture.final != visit.last?.address.text
        if isMoved { return (.moved, nil) }
        return (isSame ? .same : .sameText, nil)
    }

    /// The drift of a page from its copy: with the quotations alone where the copy's file is not here.
    private static func drift(_ subject: WatchSubject, _ text: VisibleText?, _ copy: StandingCopy?) -> Drift?
    {
        guard let text, let copy else { return nil }
        let finder = QuoteFinder(passages: text.passages)
        let held = copy.text.map { QuoteFinder(passages: $0.passages) }
        let gone = subject.quotes.filter { quote in
            guard case .absent = finder.find(quote: quote) else { return false }
            // A quotation that was never there is the finding of another rule.
            guard let held else { return true }
            if case .absent = held.find(quote: quote) { return false }
            return true
        }
        guard let held = copy.text else { return Drift(gone: gone) }
        return Drift(from: held.blocks, to: text.blocks, gone: gone, noise: copy.noise)
    }

    /// Whether a page is elsewhere than it was: at the front page, or at another host than when it was captured.
    private static func leadsElsewhere(_ last: FetchAddress, from address: FetchAddress, _ capture: Capture?)
        -> Bool
    {
        let known = capture.flatMap { try? FetchAddress($0.final) } ?? address
        if last == known || last == address { return false }
        return last.isRoot && !known.isRoot || last.site != known.site && last.site != address.site
    }
}
