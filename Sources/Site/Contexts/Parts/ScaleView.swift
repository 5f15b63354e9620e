import Mustache
import Newsroom

/// A drawing of the rating scale (SVG), with a pointer at one ruling or none.
///
/// It works without colour: the steps are numbered, and the current one is filled and has a pointer.
struct ScaleView: TemplateView {
    /// A step of the scale, with its words and its place in the drawing.
    struct Step: TemplateView {
        let label: String
        let address: String
        let tone: String
        let number: String
        let isCurrent: Bool
        /// The left edge, in units of the drawing.
        let left: Int
        let width: Int

        static let fields: TemplateFields<Self> = [
            "label": { .text($0.label) },
            "address": { .text($0.address) },
            "tone": { .text($0.tone) },
            "number": { .text($0.number) },
            "current": { .bool($0.isCurrent) },
            "left": { .text(String($0.left)) },
            "width": { .text(String($0.width)) },
            "middle": { .text(String($0.left + $0.width / 2)) },
            "pointer-left": { .text(String($0.left + $0.width / 2 - 8)) },
            "pointer-right": { .text(String($0.left + $0.width / 2 + 8)) },
        ]
    }

    /// The largest number of steps whose names fit below the drawing.
    private static let stepLimit = 6
    /// The number of letters that fit below the drawing at 26rem, the smallest width with names below it.
    private static let letterLimit = 56

    /// The drawing's width in its own units. One unit is about a pixel on a page 320 px wide.
    static let width = 320
    private static let gap = 4

    /// The text for screen readers.
    let description: String
    /// The steps, worst to best.
    let steps: [Step]
    /// The labels: rulings beside the scale, without a number.
    let labels: [Step]
    /// Whether the steps' names are listed with their numbers, because they do not fit side by side.
    let isListed: Bool

    init(pointingAt current: Ruling?, in scope: PageScope) {
        let scale = scope.settings.scale
        let isFromRight = scope.direction == .rightToLeft
        let count = scale.steps.count
        steps = scale.steps.enumerated().map { index, ruling in
            let place = isFromRight ? count - 1 - index : index
            let left = place * (Self.width + Self.gap) / count
            let right = (place + 1) * (Self.width + Self.gap) / count - Self.gap
            return Step(
                label: ruling.label,
                address: scope.links.to(.ruling(ruling.id)),
                tone: RulingView.tone(of: ruling, on: scale),
                number: scope.words.number(index + 1),
                isCurrent: ruling.id == current?.id,
                left: left,
                width: max(1, right - left)
            )
        }
        labels = scale.labels.map { ruling in
            Step(
                label: ruling.label,
                address: scope.links.to(.ruling(ruling.id)),
                tone: RulingView.tone(of: ruling, on: scale),
                number: "",
                isCurrent: ruling.id == current?.id,
                left: 0,
                width: 0
            )
        }
        // The longest word decides, because longer names wrap between words.
        let longest = scale.steps.flatMap { $0.label.split(separator: " ") }.map(\.count).max() ?? 0
        isListed = count > Self.stepLimit || count * longest > Self.letterLimit
        description = Self.description(pointingAt: current, on: scale, scope.words)
    }

    private static func description(
        pointingAt current: Ruling?,
        on scale: RatingScale,
        _ words: Catalogue
    ) -> String {
        let names = scale.steps.map(\.label).joined(separator: words["list.and"])
        let steps = words.text("scale.steps", ["steps": names])
        guard let current else { return steps }
        guard let number = current.number else {
            return words.text("scale.spoken-label", ["label": current.label]) + " " + steps
        }
        let values: KeyValuePairs = [
            "label": current.label, "number": words.number(number), "count": words.number(scale.steps.count),
        ]
        return words.text("scale.spoken", values) + " " + steps
    }

    static let fields: TemplateFields<Self> = [
        "description": { .text($0.description) },
        "steps": { .list($0.steps) },
        "labels": { .section($0.labels) },
        "listed": { .bool($0.isListed) },
    ]
}

/// The rating scale rendered with the template `scale`, cached for all pages at the same depth.
struct DrawnScale: TemplateView {
    let html: [UInt8]

    init(_ scale: ScaleView, in scope: PageScope) {
        let context = scale.templateRecord.merging(["words": .record(scope.words.templateRecord)])
        html = scope.html("scale", context)
    }

    static let fields: TemplateFields<Self> = [
        "drawing": { .html($0.html) }
    ]
}
