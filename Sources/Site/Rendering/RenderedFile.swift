import Addresses
import Diagnostics

/// A file of the site, ready to be written.
public struct RenderedFile: Sendable {
    /// Its place in the output folder.
    public let route: Route
    /// What it holds.
    public let content: FileContent
    /// What it was made from, in rising order; empty for files that come from the theme alone.
    public let inputs: [InputNumber]
    /// What went wrong when it was made.
    public let diagnostics: [Diagnostic]
    /// What it is made together with, which is known by this name: a batch, or the path of a file that is made alone.
    public let unit: String

    /// Makes a file.
    public init(
        route: Route,
        content: FileContent,
        inputs: [InputNumber] = [],
        diagnostics: [Diagnostic] = [],
        unit: String? = nil
    ) {
        self.unit = unit ?? route.path
        self.route = route
        self.content = content
        self.inputs = inputs
        self.diagnostics = diagnostics
    }

    /// Makes a file of bytes.
    public init(
        route: Route,
        bytes: [UInt8],
        inputs: [InputNumber] = [],
        diagnostics: [Diagnostic] = [],
        unit: String? = nil
    ) {
        self.init(
            route: route,
            content: .whole(bytes),
            inputs: inputs,
            diagnostics: diagnostics,
            unit: unit
        )
    }

    /// All that it holds.
    public var bytes: [UInt8] { content.bytes }
}
