using System.Globalization;
using TalksBot.Core.Commands;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>The file of a reply as an attachment.</summary>
internal static class ReplyAttachment
{
    /// <summary>The most bytes Discord takes in a file (discord.md §3).</summary>
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>The reply; where its file is larger than Discord takes, a refusal instead.</summary>
    public static Reply Fit(Reply reply) => reply.File is { Bytes.Length: > Largest and var size }
        ? Reply.Refuse(string.Create(
            CultureInfo.InvariantCulture,
            $"{reply.File.Name} has {size / 1024 / 1024.0:0.0} MB, and Discord takes 10; ask for another format, or run the program's own export where TalksBot runs."))
        : reply;

    /// <summary>The attachments; none where the reply has no file.</summary>
    public static IReadOnlyList<FileUpload> Of(Reply reply) =>
        reply.File is { } file ? [new FileUpload(file.Name, file.Bytes, ContentType: file.MediaType)] : [];
}
