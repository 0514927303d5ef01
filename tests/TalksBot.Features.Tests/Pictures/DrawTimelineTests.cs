using System.Buffers.Binary;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Core.Pictures;
using TalksBot.Features.Pictures;

namespace TalksBot.Features.Tests.Pictures;

/// <summary>The founding night as a picture.</summary>
public sealed class DrawTimelineTests
{
    [Fact]
    public async Task The_timeline_is_a_PNG_that_grows_with_its_rows()
    {
        await using var desk = await TestDesk.FoundingAsync();
        var before = Size(Draw(await PictureAsync(desk)));
        await desk.DoneAsync("/talks session add us-japan-autos \"28 Jun 1995 10am Geneva\" who:\"Kantor, Hashimoto\"");
        await desk.DoneAsync("/talks update add us-japan-autos \"They meet again\" \"a senior US official\" tier:official");
        await desk.DoneAsync("/talks deadline move us-japan-autos D1 \"29 Jun 1995 noon EDT\"");
        var png = Draw(await PictureAsync(desk));

        var after = Size(png);

        before.Width.ShouldBe(1_000);
        after.Width.ShouldBe(1_000);
        (after.Height - before.Height).ShouldBeGreaterThanOrEqualTo(2 * 104, "two rows more, and what explains them");
        png.Distinct().Count().ShouldBeGreaterThan(200, "it is not blank");
    }

    [Fact]
    public async Task Hostile_words_are_drawn_as_they_are()
    {
        await using var desk = await TestDesk.FoundingAsync();
        await desk.DoneAsync($"/talks deadline add us-japan-autos \"30 Jun 1995 noon EDT\" \"{new string('W', 150)} @everyone <!channel> 関税 🚗\"");

        Size(Draw(await PictureAsync(desk))).Width.ShouldBe(1_000);
    }

    [Fact]
    public async Task Its_words_are_drawn()
    {
        await using var desk = await TestDesk.FoundingAsync();
        var picture = await PictureAsync(desk);
        var wordless = picture with { Title = " ", Rows = [.. picture.Rows.Select(row => row with { Label = " " })] };

        (Draw(picture).Length - Draw(wordless).Length).ShouldBeGreaterThan(1_000, "a font was found");
    }

    private static async Task<Picture> PictureAsync(TestDesk desk) =>
        (await desk.SayAsync("/talks timeline us-japan-autos")).Body.Picture.ShouldNotBeNull();

    private static byte[] Draw(Picture picture) => new DrawTimeline(NullLogger<DrawTimeline>.Instance).Draw(picture).ShouldNotBeNull();

    /// <summary>Read from the header (PNG, third edition, 11.2.1).</summary>
    private static (int Width, int Height) Size(byte[] png)
    {
        png[..8].ShouldBe([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }
}
