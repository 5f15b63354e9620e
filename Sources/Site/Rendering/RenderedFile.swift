import Diagnostics

/// A file of the site, ready to be written.
public struct RenderedFile: Sendable {
    /// Its place in the output folder.
    public let route: Route
    /// Its content.
    public let bytes: [UInt8]
    /// What it was made from, in rising order; empty for files that come from the theme alone.
    public let inputs: [InputNumber]
    /// What went wrong when it was made.
    public let diagnostics: [Diagnostic]
    /// What it is made together with, which is known by this name: a batch, or the path of a file that is made alone.
    public let unit: String

    /// Makes a file.
    public init(
        route: Route,
        bytes: [UInt8],
        inputs: [InputNumber] = [],
        diagnostics: [Diagnostic] = [],
        unit: String? = nil
    ) {
        self.unit = unit ?? route.path
        self.route = route
        self.bytes = bytes
        self.inputs = inputs
        self.diagnostics = diagnostics
    }
}
