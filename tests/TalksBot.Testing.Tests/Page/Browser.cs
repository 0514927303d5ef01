using System.Diagnostics;

namespace TalksBot.Testing.Tests.Page;

/// <summary>Debian's Chromium, which opens a page, lets its scripts run and gives what stands there then.</summary>
internal static class Browser
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Skips where there is none, unless every part must be there.</summary>
    public static async Task<string> ReadAsync(Uri page, CancellationToken token)
    {
        var must = Environment.GetEnvironmentVariable("TALKSBOT_TEST_ALL") is "1";
        Assert.SkipUnless(File.Exists(Program) || must, "Needs Chromium: apt-get install chromium");
        var profile = Directory.CreateTempSubdirectory("talksbot-page-");
        try
        {
            var start = new ProcessStartInfo(Program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={profile.FullName}", "--virtual-time-budget=5000", "--dump-dom", page.AbsoluteUri })
            {
                start.ArgumentList.Add(argument);
            }

            using var browser = Process.Start(start)!;
            var noise = browser.StandardError.ReadToEndAsync(token);
            var shown = await browser.StandardOutput.ReadToEndAsync(token);
            await browser.WaitForExitAsync(token);
            shown.ShouldNotBeEmpty(await noise);
            return shown;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
