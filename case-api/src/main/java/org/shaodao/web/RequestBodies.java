package org.shaodao.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of an API request once, up to a limit, so that it can be fingerprinted as it came. Files are streamed
 * and pass by.
 */
@Component
class RequestBodies extends OncePerRequestFilter {
    static final String ATTRIBUTE = RequestBodies.class.getName();
    private static final int LIMIT = 1 << 20;

    private final ProblemAnswers problems;

    RequestBodies(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !request.getRequestURI().startsWith("/api/")
                || type != null && (type.startsWith("text/csv") || type.startsWith("multipart/form-data"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            problems.write(request, response, ProblemCode.BODY_TOO_LARGE);
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        chain.doFilter(new ReadAlready(request, body), response);
    }

    private static final class ReadAlready extends HttpServletRequestWrapper {
        private final byte[] body;

        private ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return bytes.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body was read already");
                }
            };
        }
    }
}
