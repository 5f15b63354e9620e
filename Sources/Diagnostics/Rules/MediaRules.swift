/// Rules about the files of media: reported when they are read.
extension RuleID {
    /// Each medium's file lies beside its record.
    package static let mediaMissing = RuleID("media-missing", .error, isAdjustable: false)
    /// A medium's file is what its name and its record say.
    package static let mediaType = RuleID("media-type", .error, isAdjustable: false)
    /// A medium's file is whole.
    package static let mediaDamaged = RuleID("media-damaged", .error, isAdjustable: false)
    /// A drawing does nothing but draw.
    package static let mediaUnsafe = RuleID("media-unsafe", .error, isAdjustable: false)
    /// Nothing goes out with metadata that Assay cannot take out, unless its record says so.
    package static let mediaMetadataStays = RuleID("media-metadata-stays", .error, isAdjustable: false)
    /// What programs noted in a file does not go out.
    package static let mediaMetadata = RuleID("media-metadata", .note)
    /// Media are no larger than the settings allow.
    package static let mediaTooLarge = RuleID("media-too-large", .warning)
    /// Each file has one record.
    package static let mediaTwice = RuleID("media-twice", .warning)
    /// Pictures that look alike are told apart.
    package static let mediaAlike = RuleID("media-alike", .note)
    /// Pictures go out in several widths.
    package static let pictureSizes = RuleID("picture-sizes", .note)
}
