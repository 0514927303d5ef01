using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>The file of a reply as an attachment.</summary>
internal static class ReplyAttachments
{
    /// <summary>The most bytes Discord takes in a file where an interaction does not say (discord.md §3).</summary>
    public const long Largest = 10 * 1024 * 1024;

    private const double Megabyte = 1024 * 1024;
    private const string Mend = "ask for another format, or run the program's own export where TalksBot runs.";

    /// <summary>The reply; where its file is larger than Discord takes, a refusal instead.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="largest">The most bytes a file may have.</param>
    public static Reply Fit(Reply reply, long largest) => reply.File is { Bytes.Length: var size } file && size > largest
        ? Reply.Refuse(string.Create(
            CultureInfo.InvariantCulture, $"{file.Name} has {size / Megabyte:0.0} MB, and Discord takes {largest / Megabyte:0.#} here; {Mend}"))
        : reply;

    /// <summary>What to say in place of a reply whose files Discord turned away: its words, where they stand for themselves.</summary>
    public static Reply Without(Reply reply) => reply.File is { } file
        ? Reply.Refuse($"Discord did not take {file.Name}; {Mend}")
        : reply with { Body = PictureNotice.Without(reply.Body) };

    /// <summary>The attachments; none where the reply has no file.</summary>
    public static IReadOnlyList<FileUpload> Of(Reply reply) =>
        reply.File is { } file ? [new FileUpload(file.Name, file.Bytes, ContentType: file.MediaType)] : [];
}
