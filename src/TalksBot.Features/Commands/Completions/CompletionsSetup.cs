using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Commands;

namespace TalksBot.Features.Commands.Completions;

/// <summary>Wires what completes each kind of parameter; words are not completed.</summary>
internal static class CompletionsSetup
{
    public static IServiceCollection AddCompletions(this IServiceCollection services)
    {
        services.AddKeyedScoped<ICompletion, CompleteTalks>(ParameterKind.Talks);
        services.AddKeyedScoped<ICompletion, CompleteTimes>(ParameterKind.Time);
        services.AddKeyedSingleton<ICompletion, CompleteZones>(ParameterKind.Zone);
        services.AddKeyedSingleton<ICompletion, CompleteSpans>(ParameterKind.Span);
        services.AddKeyedSingleton<ICompletion, CompleteChoices>(ParameterKind.Choice);
        foreach (var kind in CompleteParts.Kinds)
        {
            services.AddKeyedScoped<ICompletion, CompleteParts>(kind);
        }

        return services;
    }
}
