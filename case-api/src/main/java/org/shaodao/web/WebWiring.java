package org.shaodao.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shaodao.access.Caller;
import org.shaodao.access.Scopes;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Language, request marks and the description of the API. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class WebWiring implements WebMvcConfigurer {
    /** What residents do with the code of their case. The case decides; this is how the description tells them. */
    private static final Set<String> OF_RESIDENTS = Set.of(
            "upload-for-case",
            "supplement",
            "chase",
            "withdraw",
            "answer-particulars",
            "confirm-late-entry",
            "raise-objection",
            "follow-up",
            "reopen",
            "who-looked");

    private final RequestMarks marks;
    private final Scopes scopes;

    WebWiring(RequestMarks marks, Scopes scopes) {
        this.marks = marks;
        this.scopes = scopes;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(marks);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(scopes);
        registry.addInterceptor(marks);
    }

    /** Chinese first: English only for whoever asks for it, by the switch on the page or by their browser. */
    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> {
            String asked = request.getHeader("Accept-Language");
            return asked != null && asked.startsWith("en") ? Locale.ENGLISH : Locale.CHINA;
        });
        return resolver;
    }

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestMark.class, Caller.class);
        return new OpenAPI()
                .info(new Info()
                        .title("Shaodao 哨到")
                        .version("v1")
                        .description("Steps and views of cases. Errors are problem+json with a stable `code`.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSchemas("Problem", problem())
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                "account",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "code",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("Authorization")
                                        .description("`Code XXXX-XXXX-XXX`: what the resident was given with the"
                                                + " number of their case; it opens steps of that case only")))
                .security(offices());
    }

    @Bean
    OperationCustomizer steps() {
        return (operation, method) -> {
            boolean step = Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == RequestMark.class);
            if (step) {
                operation.addParametersItem(header(
                        RequestMarks.IDEMPOTENCY_KEY,
                        "The same for every repetition of one request; a repetition is answered as the first was"));
                operation.addParametersItem(
                        header(RequestMarks.OFFICER, "The officer for whom an office's system acts: an opaque id"));
                operation.addParametersItem(
                        header("If-Match", "The quoted version the caller decided upon; left out = any"));
                operation
                        .getResponses()
                        .values()
                        .forEach(answer -> answer.addHeaderObject(
                                "ETag",
                                new Header()
                                        .description("The case's new version")
                                        .schema(new StringSchema())));
            }
            if (OF_RESIDENTS.contains(operation.getOperationId())) {
                offices().forEach(operation::addSecurityItem);
                operation.addSecurityItem(new SecurityRequirement().addList("code"));
            }
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("What went wrong")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/Problem")))));
            return operation;
        };
    }

    private static List<SecurityRequirement> offices() {
        return List.of(new SecurityRequirement().addList("key"), new SecurityRequirement().addList("account"));
    }

    private static HeaderParameter header(String name, String description) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new StringSchema());
        return header;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("facts", new ObjectSchema())
                .required(List.of("code", "status"));
    }
}
