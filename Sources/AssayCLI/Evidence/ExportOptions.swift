import ArgumentParser

/// The options of `assay capture export`.
struct ExportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "With `assay capture export SOURCE`: write the captures of that source into one WACZ file, which players of web archives open. Asks nothing on the network.",
            valueName: "file"
        ),
        completion: .file(extensions: ["wacz"])
    )
    var wacz: String?

    /// The first word after `assay capture` that makes it an export.
    static let word = "export"

    func validate() throws {
        if let wacz, !wacz.lowercased().hasSuffix(".wacz") {
            throw ValidationError("`--wacz \(wacz)`: the name of a WACZ file ends in `.wacz`")
        }
    }
}
