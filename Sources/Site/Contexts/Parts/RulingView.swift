import Mustache
import Newsroom

/// A ruling's badge, with its place on the scale.
struct RulingView: TemplateView {
    let label: String
    let meaning: String
    let address: String
    /// The CSS class of the shade: `tone-1` (worst) to `tone-5` (best) for scales of any length, `tone-label` for a label.
    let tone: String
    /// The ruling's place, such as "Step 2 of 6"; nil for a label.
    let place: String?
    /// One value for each step, worst to best, true for this ruling; empty for a label.
    let steps: [Bool]

    init(_ ruling: Ruling, in scope: PageScope) {
        let scale = scope.settings.scale
        label = ruling.label
        meaning = ruling.meaning
        address = scope.links.to(.ruling(ruling.id))
        tone = Self.tone(of: ruling, on: scale)
        place = ruling.number.map { number in
            scope.words.text(
                "scale.place",
                ["number": scope.words.number(number), "count": scope.words.number(scale.steps.count)]
            )
        }
        steps = ruling.number == nil ? [] : scale.steps.map { $0.id == ruling.id }
    }

    static let fields: TemplateFields<Self> = [
        "label": { .text($0.label) },
        "meaning": { .text($0.meaning) },
        "address": { .text($0.address) },
        "tone": { .text($0.tone) },
        "place": { .text($0.place) },
        "steps": { .list($0.steps.map(Pip.init)) },
        "on-scale": { .bool(!$0.steps.isEmpty) },
    ]

    /// A step of the scale in the badge.
    private struct Pip: TemplateView {
        let isCurrent: Bool

        static let fields: TemplateFields<Self> = ["current": { .bool($0.isCurrent) }]
    }

    /// The CSS class of a ruling's shade.
    static func tone(of ruling: Ruling, on scale: RatingScale) -> String {
        guard let number = ruling.number else { return "tone-label" }
        let last = scale.steps.count - 1
        // Rounded to the nearest of five shades; the only step of a scale gets the best.
        return last < 1 ? "tone-5" : "tone-\(1 + ((number - 1) * 4 * 2 + last) / (last * 2))"
    }
}
