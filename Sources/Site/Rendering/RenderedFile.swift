import Addresses
import Diagnostics

/// A file of the site, ready to be written.
package struct RenderedFile: Sendable {
    /// Its place in the output folder.
    package let route: Route
    /// What it holds.
    package let content: FileContent
    /// What it was made from, in rising order; empty for files that come from the theme alone.
    package let inputs: [InputNumber]
    /// What went wrong when it was made.
    package let diagnostics: [Diagnostic]
    /// What it is made together with, which is known by this name: a batch, or the path of a file that is made alone.
    package let unit: String

    /// Makes a file.
    package init(
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
    package init(
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
    package var bytes: [UInt8] { content.bytes }
}
