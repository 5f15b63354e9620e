import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules about the files of media.
    static let mediaGuides: [RuleGuide] = [
        RuleGuide(
            .mediaMissing,
            "The file of a medium lies beside its record.",
            why: "A record without its file shows readers a gap.",
            fix: "Put the file into `content/media/`, and write its name in `file`.",
            wrong: "file: pictures/crowd.jpg",
            right: "file: crowd.jpg"
        ),
        RuleGuide(
            .mediaType,
            "The file of a medium is what its name and its record say.",
            why:
                "Browsers and hosts go by the name. A file of another type is not shown, or is run as something that it should not be.",
            fix: "Give the file the ending of what it is, or save it in the format of its ending.",
            wrong: "file: crowd.jpg   (a zip archive)",
            right: "file: crowd.jpg   (a JPEG picture)"
        ),
        RuleGuide(
            .mediaDamaged,
            "The file of a medium is whole.",
            why: """
                Half a picture misleads, and what cannot be read cannot be cleaned of metadata either. A WebP picture that only its metadata
                turn is refused, too: some browsers turn it, and others show it lying on its side.
                """,
            fix: "Save it again, or get it anew from where it came. `vips autorot` turns the picture itself.",
            wrong: "file: crowd.png   (the first half of it)",
            right: "file: crowd.png"
        ),
        RuleGuide(
            .mediaUnsafe,
            "A drawing does nothing but draw.",
            why: """
                An SVG file is a program's page as much as a picture: at its own address, a browser runs its scripts and loads what it
                names. Elements come from a list, and nothing outside the file can be named.
                """,
            fix: "Take the script, the link or the embedded picture out; or save the drawing as PNG.",
            wrong: "<svg onload=\"…\">",
            right: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle r=\"4\"/></svg>"
        ),
        RuleGuide(
            .mediaMetadataStays,
            "Nothing goes out with metadata that Assay cannot take out, unless its record says so.",
            why: """
                Programs note in documents and recordings who made them, where, when and with what. That can betray a source. Assay
                takes it out of pictures; documents and recordings are left to programs made for it.
                """,
            fix:
                "Make a copy without metadata, as the finding says; or write `keep-metadata: yes` if readers may have them.",
            wrong: "file: letter.pdf   (with its author)",
            right: "file: letter.pdf\nkeep-metadata: yes"
        ),
        RuleGuide(
            .mediaMetadata,
            "What programs noted in a picture does not go out.",
            why: """
                Cameras and editors note places, names, times and small copies of what was cut away. The file on the site is without
                them; the newsroom's own file keeps them, as evidence. Whoever can read the newsroom's repository can read them.
                """,
            fix:
                "Nothing, if the repository is private. Otherwise take them out of the file before it is committed.",
            wrong: "crowd.jpg with the position of the camera, in a public repository",
            right: "crowd.jpg after `exiftool -all= -tagsfromfile @ -orientation -icc_profile crowd.jpg`"
        ),
        RuleGuide(
            .mediaTooLarge,
            "Media are no larger than `media` in the settings allows.",
            why: """
                Readers load all of a picture, many of them on a telephone: 5 MB is much. Recordings and documents of more than 100 MB are
                refused by most hosts of static sites. Such a file stays with the newsroom, is hashed and signed like all others, and
                readers get a link: to the record's `url`, to an archived copy, or to where it was seen.
                """,
            fix: """
                Make a picture smaller: 2,000 pixels in width are enough. Put a long recording where readers may fetch it, and write its
                address as `url`. Both limits are settings: `picture-megabytes` and `file-megabytes` in `media`.
                """,
            wrong: "crowd.png, 24 MB",
            right: "crowd.jpg, 400 kB"
        ),
        RuleGuide(
            .mediaTwice,
            "Each file has one record.",
            why: "Two records of one file say two things about it sooner or later.",
            fix: "Use one of the two, and delete the other.",
            wrong: "crowd.jpg and crowd-2.jpg, the same byte for byte",
            right: "crowd.jpg"
        ),
        RuleGuide(
            .mediaAlike,
            "Pictures that look alike are told apart.",
            why: """
                A copy in another size, format or quality is another file, and its record says things of its own. Assay compares what
                pictures look like, by a hash of their brightness. `vipsthumbnail` decodes them, in a process of its own: pictures come
                from anywhere, and decoders have faults. So `assay build` finds this, where that program is installed.
                """,
            fix:
                "Write `original` where one was made from the other, or use one of the two. Where they only look alike, do nothing.",
            wrong: "crowd.jpg and crowd-from-telegram.webp, with nothing that ties them",
            right: "file: crowd-from-telegram.webp\noriginal: crowd"
        ),
        RuleGuide(
            .pictureSizes,
            "Pictures go out in several widths.",
            why: """
                A telephone needs 480 pixels of a picture that has 4,000. Copies are made by `vipsthumbnail`, a program of libvips; where it
                is missing a build goes on without them, and all readers load the largest.
                """,
            fix:
                "Install libvips: `apt install libvips-tools`, `brew install vips`. Or write `sizes: no` in `media`.",
            wrong: "crowd.jpg, 4,000 pixels wide (a computer without vipsthumbnail)",
            right: "crowd.jpg, 4,000 pixels wide (a computer with it)"
        ),
    ]
}
