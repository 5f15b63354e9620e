import Mustache
import Newsroom

/// A ruling on a part of a claim.
struct RulingPartView: TemplateShowable {
    let part: String
    let ruling: Shared<RulingView>?
    let note: String?

    init(_ part: RulingPart, in scope: PageScope) {
        self.part = part.part.value
        ruling = scope.settings.scale.ruling(part.ruling.value).map { scope.view($0) }
        note = part.note
    }

    var templateRecord: TemplateRecord {
        ["part": .text(part), "ruling": .record(ruling), "note": .text(note)]
    }
}

/// Someone who was asked, and what came of it.
struct ReplyView: TemplateShowable {
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

    var templateRecord: TemplateRecord {
        [
            "from": .record(from), "asked": .record(asked), "answered": .record(answered),
            "note": .text(note),
        ]
    }
}
