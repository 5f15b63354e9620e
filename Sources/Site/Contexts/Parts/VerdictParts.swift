import Mustache
import Newsroom

/// A ruling on one part of a claim.
struct RulingPartView: TemplateView {
    let part: String
    let ruling: Shared<RulingView>?
    let note: String?

    init(_ part: RulingPart, in scope: PageScope) {
        self.part = part.part.value
        ruling = scope.settings.scale.ruling(part.ruling.value).map { scope.view($0) }
        note = part.note
    }

    static let fields: TemplateFields<Self> = [
        "part": { .text($0.part) },
        "ruling": { .record($0.ruling) },
        "note": { .text($0.note) },
    ]
}

/// A request for a reply, with its outcome.
struct ReplyView: TemplateView {
    let from: Hyperlink
    let asked: DateView?
    let answered: DateView?
    let note: String?
    /// The time between the question and publication without an answer; nil if answered or unknown.
    let waited: String?

    init(_ reply: Reply, on rated: RatedClaim, in scope: PageScope) {
        from = scope.profileLink(reply.from.value)
        asked = scope.view(reply.asked)
        answered = scope.view(reply.answered)
        note = reply.note
        waited = reply.answered == nil ? Self.wait(for: reply, on: rated, in: scope) : nil
    }

    /// The waiting time in words: to the hour from the claim's journal, or else in days from the record's dates.
    private static func wait(for reply: Reply, on rated: RatedClaim, in scope: PageScope) -> String? {
        let history = scope.history(ofClaim: rated.claim.id)
        let asked = history?.lines.first {
            $0.event.kind == .replyAsked && $0.event.replier == reply.from.value
        }?.time
        if let asked, let published = history?.publications.first(where: { $0.time >= asked })?.time {
            let hours = (published.secondsSinceEpoch - asked.secondsSinceEpoch) / 3600
            if hours < 1 { return scope.words["claim.no-answer-hour"] }
            return hours < 48
                ? scope.words.count(hours, "wait-hours") : scope.words.count(hours / 24, "wait-days")
        }
        guard let asked = reply.asked?.value,
            let days = rated.publication.published?.value.days(since: asked),
            days >= 0
        else { return nil }
        return days == 0 ? scope.words["claim.no-answer-day"] : scope.words.count(days, "wait-days")
    }

    static let fields: TemplateFields<Self> = [
        "from": { .record($0.from) },
        "asked": { .record($0.asked) },
        "answered": { .record($0.answered) },
        "note": { .text($0.note) },
        "waited": { .text($0.waited) },
    ]
}
