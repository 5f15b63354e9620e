import Mustache
import Newsroom

/// A ruling on a part of a claim.
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

/// Someone who was asked, and what came of it.
struct ReplyView: TemplateView {
    let from: Hyperlink
    let asked: DateView?
    let answered: DateView?
    let note: String?

    init(_ reply: Reply, in scope: PageScope) {
        from = scope.profileLink(reply.from.value)
        asked = scope.view(reply.asked)
        answered = scope.view(reply.answered)
        note = reply.note
    }

    static let fields: TemplateFields<Self> = [
        "from": { .record($0.from) },
        "asked": { .record($0.asked) },
        "answered": { .record($0.answered) },
        "note": { .text($0.note) },
    ]
}
