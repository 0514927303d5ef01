using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Digests;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Mail.Mailing;
using TalksBot.Mail.Pushing;

namespace TalksBot.Mail;

/// <summary>Puts mail and push into a host.</summary>
public static class MailSetup
{
    /// <summary>All of one mail, from the greeting to the server's word that it has it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Where the settings of push stand.</summary>
    public const string PushSection = PushOptions.Section;

    /// <summary>Adds mail, where a server is named.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MailOptions.Section);
        if (section.Get<MailOptions>() is not { Host.Length: > 0 } options)
        {
            return services;
        }

        services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton(new KnownConnection(MailChannels.Platform) { TakesCommands = false });
        services.AddSingleton(provider => new MailSender(provider.GetRequiredService<IOptions<MailOptions>>().Value, trust: null, Patience));
        foreach (var address in options.Recipients)
        {
            services.AddSingleton(new LastResort(MailChannels.Of(address)));
        }

        // What cannot be read here is refused in sentences by the validator, before anything is sent.
        var subscriptions = options.Digests.Select(Read).OfType<DigestSubscription>().ToList();
        subscriptions.ForEach(subscription => services.AddSingleton(subscription));
        var addresses = options.Recipients.Select(MailChannels.Of).Concat(subscriptions.Select(subscription => subscription.Channel)).ToHashSet();
        services.AddSingleton<IPlatform>(provider => new MailPlatform(provider.GetRequiredService<MailSender>(), addresses));
        return services;
    }

    /// <summary>Adds push, where a topic is named.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now.</param>
    public static IServiceCollection AddPush(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(PushOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(PushOptions.Url)]))
        {
            return services;
        }

        services.AddOptions<PushOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PushOptions>, PushOptionsValidator>();
        services.AddSingleton(new KnownConnection(PushPlatform.PlatformName) { TakesCommands = false });
        services.AddSingleton(new LastResort(PushPlatform.Topic));
        services.AddSingleton(provider => new PushSender(provider.GetRequiredService<IOptions<PushOptions>>().Value));
        services.AddSingleton<IPlatform>(provider => new PushPlatform(provider.GetRequiredService<PushSender>()));
        return services;
    }

    private static DigestSubscription? Read(MailDigestOptions digest) =>
        HourText.TryParse(digest.At, out var hour) && WallClock.TryParse(digest.Zone, out var clock)
            ? new DigestSubscription(MailChannels.Of(digest.To), digest.Talks.Trim().Equals(MailDigestOptions.All, StringComparison.OrdinalIgnoreCase) ? null : digest.Talks.Trim(), hour, clock)
            : null;
}
